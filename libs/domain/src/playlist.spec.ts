import { describe, expect, it } from '@jest/globals';
import { playlistAt, type PlaylistTime } from './playlist.ts';

const zone = 'Asia/Seoul';
const list = (name: string, wish: Partial<PlaylistTime> = {}) => ({
  ...{ name, days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '24:00', fromOn: null, untilOn: null },
  ...wish,
});
/** 2026-11-23 is a Monday. */
const at = (time: string, date = '2026-11-23') => Date.parse(`${date}T${time}:00+09:00`);

describe('the playlist of the moment', () => {
  const lists = [
    list('night', { days: [1], from: '18:00', to: '20:00' }),
    list('festival', { fromOn: '2026-11-23', untilOn: '2026-11-24' }),
    list('usual', { from: '09:00', to: '18:00' }),
  ];
  it.each([
    ['Monday evening', at('18:00'), 'night'],
    ['the last minute of it', at('19:59'), 'night'],
    ['its end belongs to the next', at('20:00'), 'festival'],
    ['the last day of a festival', at('23:59', '2026-11-24'), 'festival'],
    ['the day after', at('10:00', '2026-11-25'), 'usual'],
    ['before the office opens', at('08:59', '2026-11-25'), undefined],
    ['midnight in Korea, still yesterday elsewhere', at('00:00'), 'festival'],
  ])('%s', (_, now, name) => {
    expect(playlistAt(lists, now, zone)?.name).toBe(name);
  });

  it('is none where there are none', () => {
    expect(playlistAt([], at('10:00'), zone)).toBeUndefined();
  });
});
