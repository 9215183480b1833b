import { expect, it } from '@jest/globals';
import { clockOffMs, faultsOfDevice, silentMs, type DeviceSigns } from './device-health.ts';

const now = 10_000_000;
const well: DeviceSigns = { pairedAt: 1, revokedAt: null, lastHeardAt: now, printer: 'ok', clockOffsetMs: 0 };

it.each<[string, Partial<DeviceSigns>, string[]]>([
  ['well', {}, []],
  ['heard of 90 seconds ago', { lastHeardAt: now - silentMs }, []],
  ['silent for longer', { lastHeardAt: now - silentMs - 1 }, ['offline']],
  ['paired and never heard of', { pairedAt: now - silentMs - 1, lastHeardAt: null }, ['offline']],
  ['paired a moment ago', { pairedAt: now - 5, lastHeardAt: null }, []],
  ['not paired', { pairedAt: null, lastHeardAt: null, printer: 'gone' }, []],
  ['revoked', { revokedAt: now, lastHeardAt: 0 }, []],
  ['low on paper', { printer: 'near_end' }, ['paper']],
  ['out of paper', { printer: 'paper_end' }, ['printer']],
  [
    'open, with a clock that goes wrong',
    { printer: 'cover_open', clockOffsetMs: -clockOffMs - 1 },
    ['printer', 'clock'],
  ],
  ['off by a minute', { clockOffsetMs: clockOffMs }, []],
  ['silent: what it said of its printer is old', { printer: 'gone', lastHeardAt: 0 }, ['offline']],
])('a device that is %s', (_, change, expected) => {
  expect([...faultsOfDevice({ ...well, ...change }, now).keys()]).toEqual(expected);
});
