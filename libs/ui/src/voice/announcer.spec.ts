import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { createAnnouncer, type CallReport, type VoiceSettings } from './announcer.ts';
import { specCall } from './spec-support.ts';

const settings: VoiceSettings = { enabled: true, volume: 1, languages: ['ko', 'en'] };

interface HallOptions {
  allowed?: boolean;
  speaks?: readonly string[];
  fails?: boolean;
  settings?: VoiceSettings;
}

/** A hall whose loudspeaker writes down what it sounds and how many sounds there were at once. Time is jest's. */
function hall(options: HallOptions = {}) {
  const log: string[] = [];
  const reports: CallReport[] = [];
  const listeners = new Set<() => void>();
  let allowed = options.allowed ?? true;
  let sounding = 0;
  let most = 0;
  const busy = async (what: string, milliseconds: number) => {
    most = Math.max(most, (sounding += 1));
    log.push(what);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    sounding -= 1;
    return true;
  };
  const allow = (value: boolean) => {
    allowed = value;
    listeners.forEach((listener) => listener());
  };
  const announcer = createAnnouncer(
    {
      chime: { ring: async () => void (await busy('ding', 1_000)) },
      speaker: {
        name: 'browser',
        speaks: (language) => (options.speaks ?? ['ko', 'en']).includes(language),
        say: (call, language) =>
          options.fails ? Promise.reject(new Error('no device')) : busy(`${language} ${call.number}`, 3_000),
      },
      output: {
        allowed: () => allowed,
        unlock: () => {
          allow(true);
          return Promise.resolve(true);
        },
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      report: (report) => reports.push(report),
    },
    options.settings ?? settings,
  );
  return { announcer, log, reports, allow, most: () => most };
}

const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the announcer', () => {
  it('sounds one call after another, each as often as it says, and reports them', async () => {
    const { announcer, log, reports, most } = hall();
    announcer.add(specCall(1, { repeat: 2 }));
    announcer.add(specCall(2));
    expect(announcer.state().current?.seq).toBe(1);
    await pass(30);
    expect(log).toEqual(['ding', 'ko 101', 'ding', 'ko 101', 'ding', 'ko 102']);
    expect(most()).toBe(1);
    expect(reports.map(({ seq, fate, times, voice }) => ({ seq, fate, times, voice }))).toEqual([
      { seq: 1, fate: 'said', times: 2, voice: 'browser' },
      { seq: 2, fate: 'said', times: 1, voice: 'browser' },
    ]);
    expect(announcer.state()).toEqual({ blocked: false, current: null, missed: [] });
  });

  it('never sounds two at once and loses none, however they come', async () => {
    const arrivals = fc.array(fc.record({ after: fc.nat(9), repeat: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(arrivals, async (calls) => {
        const { announcer, log, reports, most } = hall();
        for (const [index, { after, repeat }] of calls.entries()) {
          await pass(after);
          announcer.add(specCall(index + 1, { repeat }));
          announcer.add(specCall(index + 1, { repeat }));
        }
        await pass(300);
        const said = calls.flatMap(({ repeat }, index) =>
          Array(repeat)
            .fill(['ding', `ko ${101 + index}`])
            .flat(),
        );
        expect(log).toEqual(said);
        expect(most()).toBe(1);
        expect(reports.map(({ seq }) => seq)).toEqual(calls.map((_, index) => index + 1));
      }),
      { numRuns: 40 },
    );
  });

  it('says English after Korean to who drew an English ticket', async () => {
    const { announcer, log } = hall();
    announcer.add(specCall(1, { language: 'en' }));
    announcer.add(specCall(2, { language: 'vi' }));
    await pass(30);
    expect(log).toEqual(['ding', 'ko 101', 'en 101', 'ding', 'ko 102', 'en 102']);
  });

  it('chimes where no voice can say Korean, and says so', async () => {
    const { announcer, log, reports } = hall({ speaks: [] });
    announcer.add(specCall(1));
    await pass(10);
    expect(log).toEqual(['ding']);
    expect(reports[0]).toMatchObject({ fate: 'chimed', voice: 'none', times: 0 });
  });

  it('shows an old call only', async () => {
    const { announcer, log, reports } = hall();
    expect(announcer.add(specCall(1), 61_000)).toBe('too_old');
    await pass(10);
    expect(log).toEqual([]);
    expect(reports).toMatchObject([{ seq: 1, fate: 'shown' }]);
  });

  it('gives calls their turn in silence while the browser blocks sound, and counts them as missed', async () => {
    const { announcer, log, reports } = hall({ allowed: false });
    expect(announcer.state().blocked).toBe(true);
    announcer.add(specCall(1));
    announcer.add(specCall(2));
    expect(announcer.state().current?.seq).toBe(1);
    await pass(20);
    expect(log).toEqual([]);
    expect(announcer.state().missed.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(reports).toMatchObject([{ fate: 'silent' }, { fate: 'silent' }]);
    await announcer.unlock();
    expect(announcer.state()).toEqual({ blocked: false, current: null, missed: [] });
    announcer.add(specCall(3));
    await pass(20);
    expect(log).toEqual(['ding', 'ko 103']);
  });

  it('tells when the browser stops or allows sound by itself', () => {
    const { announcer, allow } = hall();
    const seen: boolean[] = [];
    announcer.subscribe(() => seen.push(announcer.state().blocked));
    allow(false);
    allow(true);
    expect(seen).toEqual([true, false]);
  });

  it('goes on after a fault of the sound', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { announcer, reports } = hall({ fails: true });
    announcer.add(specCall(1));
    announcer.add(specCall(2));
    await pass(30);
    expect(told).toHaveBeenCalledTimes(2);
    expect(reports.map(({ fate }) => fate)).toEqual(['chimed', 'chimed']);
    told.mockRestore();
  });

  it('switched off, gives turns on the screen without sound and misses nothing', async () => {
    const { announcer, log } = hall({ allowed: false, settings: { ...settings, enabled: false } });
    announcer.add(specCall(1));
    expect(announcer.state()).toMatchObject({ blocked: false, current: { seq: 1 } });
    await pass(10);
    expect(log).toEqual([]);
    expect(announcer.state()).toEqual({ blocked: false, current: null, missed: [] });
  });

  it('says nothing more once closed', async () => {
    const { announcer, log } = hall();
    announcer.add(specCall(1));
    announcer.add(specCall(2));
    announcer.close();
    await pass(30);
    expect(log).toEqual(['ding', 'ko 101']);
  });
});
