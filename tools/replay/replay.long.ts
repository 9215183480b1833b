import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { root } from '../root.ts';
import { startInstallation, type Installation } from './installation.ts';
import { aRow, HEADER, lineOf, timeAt } from './testing.ts';

/** A made-up morning of two offices and three services, with numbers that follow. */
function madeUpArchive(): string[] {
  const lines = [HEADER];
  for (const [index, office] of ['UD_Test', 'UD_Other'].entries()) {
    const called = [0, 0, 0];
    for (let step = 0; step < 24; step += 1) {
      for (const [service, letter] of ['A', 'B', ''].entries()) {
        called[service] = (called[service] ?? 0) + ((step * 7 + service * 3 + index) % 4);
        const waiting = (step * 5 + service * 2) % 6;
        const number = called[service] ? `${letter}${String(called[service]).padStart(3, '0')}` : '';
        const rest = { office, service: String(service + 1), name: `Usługa, ${service}`, letter };
        lines.push(lineOf(aRow(timeAt(480 + step * 5), [waiting, number], rest)));
      }
    }
  }
  return lines;
}

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

let folder: string;
let installation: Installation;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunbeon-replay-test-'));
  installation = await startInstallation(new AbortController().signal);
}, 120_000);
afterAll(async () => {
  await installation.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const replay = (args: readonly string[]): Promise<Outcome> =>
  new Promise((done) => {
    const script = ['--import', './tools/ts.mjs', 'tools/replay/replay.ts', ...args];
    const env = { ...process.env, NODE_OPTIONS: '' };
    execFile(process.execPath, script, { cwd: root, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      done({ code, stdout, stderr });
    });
  });

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const onInstallation = () => {
  const { url, operator } = installation;
  return ['--url', url, '--email', operator.email, '--password', operator.password];
};
const play = (file: string, extra: readonly string[] = onInstallation()) =>
  replay(['--archive', file, '--office', 'UD_Test', '--date', '2020-01-13', ...extra]);

describe('a made-up archive', () => {
  it('is played on a server of its own, from a gzip, without a difference', async () => {
    const file = write('whole.csv.gz', gzipSync(madeUpArchive().join('\n')));
    const { code, stdout, stderr } = await play(file, []);
    expect(stderr).toBe('');
    expect(stdout).toContain('UD_Test, 2020-01-13: 24 snapshots');
    expect(stdout).toMatch(/72 comparisons: \d+ the same, \d+ off by the archive's dirt, 0 unexplained\.\n$/);
    expect(code).toBe(0);
  }, 120_000);

  it('is played at a speed, and slower where that cannot be kept', async () => {
    const file = write('speed.csv', madeUpArchive().join('\n'));
    const began = Date.now();
    const kept = await play(file, [...onInstallation(), '--speed', '1800']);
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringContaining('0 unexplained') });
    // 115 minutes of the archive at 1,800 times.
    expect(Date.now() - began).toBeGreaterThan(3_500);
  }, 120_000);

  it('with all its offices and days gives a line for each', async () => {
    const file = write('all.csv', madeUpArchive().join('\n'));
    const { code, stdout } = await replay(['--archive', file, '--office', 'all', '--date', 'all', ...onInstallation()]);
    expect(stdout).toMatch(/UD_Test +2020-01-13 +24 .*\nUD_Other +2020-01-13 +24 /);
    expect(code).toBe(0);
  }, 120_000);
});

describe('what cannot be played ends in one sentence', () => {
  it.each([
    ['no file', () => join(folder, 'none.csv'), 'There is no file'],
    ['a folder', () => folder, 'is not a file.'],
    ['an empty file', () => write('empty.csv', ''), 'is no archive: it is empty.'],
    ['another file', () => write('other.csv', 'a,b\n1,2\n'), 'is no archive of this kind: its first line has no name'],
    ['a gzip that is none', () => write('none.csv.gz', 'no gzip'), 'is no archive: Z_DATA_ERROR.'],
    [
      'only damaged rows',
      () => write('bad.csv', `${HEADER}\nx\ny\n`),
      'The archive has no office UD_Test: it has none.',
    ],
  ])('%s', async (_, file, sentence) => {
    const { code, stdout, stderr } = await play(file());
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a log-in that is refused', async () => {
    const file = write('login.csv', madeUpArchive().join('\n'));
    const { code, stderr } = await play(file, [
      '--url',
      installation.url,
      '--email',
      'x@y.zz',
      '--password',
      'wrong-password',
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('was refused: ')]);
  });
});

describe('an archive damaged at random', () => {
  const damage = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('cut', 'byte', 'drop', 'double', 'swap', 'quote', 'number', 'waiting', 'empty'),
    by: fc.nat(255),
  });

  it('never crashes the replay and never leaves a difference without a kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 25 }), fc.boolean(), async (damages, zipped) => {
        const text = damages.reduce(damaged, madeUpArchive()).join('\n');
        const whole = zipped ? gzipSync(text) : Buffer.from(text);
        const cut =
          zipped && (damages[0]?.by ?? 0) % 3 === 0 ? whole.subarray(0, Math.floor(whole.length * 0.8)) : whole;
        const { code, stdout, stderr } = await play(write(zipped ? 'damaged.csv.gz' : 'damaged.csv', cut));
        if (code === 1) {
          expect(stderr).toMatch(/The archive has no|is no archive/);
          return;
        }
        expect([code, stderr.match(/\n\s+at /)]).toEqual([0, null]);
        const [, compared, same, off] = /(\d+) comparisons: (\d+) the same, (\d+) off by/.exec(stdout) ?? [];
        expect(Number(same) + Number(off)).toBe(Number(compared));
        const explained = [...stdout.matchAll(/^(waiting_fell|number_missing|number_unknown_format) +\d+ +(\d+)$/gm)];
        expect(explained.reduce((sum, [, , times]) => sum + Number(times), 0)).toBeGreaterThanOrEqual(Number(off));
        if (cut.length < whole.length) expect(stdout).toContain('file_cut_off');
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 600_000);

  function damaged(lines: readonly string[], { at, how, by }: { at: number; how: string; by: number }): string[] {
    const index = 1 + (at % Math.max(1, lines.length - 1));
    const line = lines[index] ?? '';
    const fields = line.split(',');
    const place = at % Math.max(1, line.length);
    const change: Record<string, () => string[]> = {
      cut: () => [line.slice(0, place)],
      byte: () => [line.slice(0, place) + String.fromCharCode(by) + line.slice(place + 1)],
      drop: () => [],
      double: () => [line, line],
      swap: () => [lines[1 + (by % Math.max(1, lines.length - 1))] ?? '', line],
      quote: () => [`${line.slice(0, place)}"${line.slice(place)}`],
      number: () => [[...fields.slice(0, -1), ['A999', 'Z5', '?', '0', 'A000'][by % 5]].join(',')],
      waiting: () => [[...fields.slice(0, -2), String(by), fields.at(-1)].join(',')],
      empty: () => [''],
    };
    return [...lines.slice(0, index), ...(change[how]?.() ?? []), ...lines.slice(index + 1)];
  }
});
