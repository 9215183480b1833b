import { describe, expect, it } from '@jest/globals';
import { OfflineError, ProblemError } from '@sunbeon/client';
import { ticket } from '../hall/spec-hall.ts';
import { CommandRunner, type Asking } from './command-runner.ts';

const answer = { ticket: ticket({ state: 'called' }), revision: 8 };
const wait = () => Promise.withResolvers<typeof answer>();

describe('CommandRunner', () => {
  it('runs one command at a time and forgets what is asked for meanwhile', async () => {
    const runner = new CommandRunner(() => Promise.resolve());
    const first = wait();
    let calls = 0;
    const ask = () => {
      calls += 1;
      return first.promise;
    };
    const running = runner.run('callNext', ask);
    const others = await Promise.all(Array.from({ length: 10 }, () => runner.run('callNext', ask)));
    first.resolve(answer);
    expect([await running, ...others]).toEqual([true, ...Array<boolean>(10).fill(false)]);
    expect(calls).toBe(1);
  });

  it('stays busy until the screen shows the revision of the answer', async () => {
    const shown = Promise.withResolvers<void>();
    const asked: number[] = [];
    const runner = new CommandRunner((revision) => {
      asked.push(revision);
      return shown.promise;
    });
    const running = runner.run('start', () => Promise.resolve(answer));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([runner.state().pending, asked]).toEqual(['start', [8]]);
    shown.resolve();
    await running;
    expect(runner.state()).toMatchObject({ pending: null, last: { kind: 'done', action: 'start' } });
  });

  it('tells nobody from somebody', async () => {
    const runner = new CommandRunner(() => Promise.resolve());
    await runner.run('callNext', () => Promise.resolve(undefined));
    expect(runner.state().last).toMatchObject({ kind: 'nobody' });
  });

  it('keeps the error of a refused command and is free again', async () => {
    const runner = new CommandRunner(() => Promise.resolve());
    const refused = new ProblemError({ type: '', title: '', status: 409, code: 'counter_busy', traceId: '' });
    expect(await runner.run('callNext', () => Promise.reject(refused))).toBe(false);
    expect(runner.state()).toMatchObject({
      pending: null,
      last: { kind: 'failed', action: 'callNext', error: refused },
    });
  });

  it('gives each command a key of its own, and tells how often an unclear one was asked', async () => {
    const runner = new CommandRunner(() => Promise.resolve());
    const keys: string[] = [];
    const tries: number[] = [];
    const ask = (asking: Asking) => {
      keys.push(asking.idempotencyKey);
      asking.onUnclear(1);
      tries.push(runner.state().unclearTries);
      return Promise.reject(new OfflineError('network'));
    };
    await runner.run('callNext', ask);
    await runner.run('callNext', ask);
    expect(new Set(keys).size).toBe(2);
    expect([tries, runner.state().unclearTries]).toEqual([[1, 1], 0]);
  });
});
