import { describe, expect, it } from '@jest/globals';
import type { DevicePlaylist } from '@sunbeon/contract';
import { filesOf, playingAt } from './playing.ts';

const piece = (mediaId: string) => ({ mediaId, kind: 'image' as const, seconds: 9, title: mediaId, bytes: 1 });
const playlist = (from: string, to: string, ...ids: string[]): DevicePlaylist => ({
  ...{ id: from, days: [0, 1, 2, 3, 4, 5, 6], from, to, fromOn: null, untilOn: null, items: ids.map(piece) },
});
const shipped = [{ kind: 'image' as const, seconds: 5, title: 'slide', src: '/media/slide.svg' }];
const lists = [playlist('09:00', '18:00', 'a', 'b'), playlist('18:00', '20:00', 'c')];
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+09:00`);
const playing = (time: string, files: Record<string, string>) =>
  playingAt(lists, new Map(Object.entries(files)), shipped, at(time), 'Asia/Seoul').map(({ src }) => src);

describe('what plays', () => {
  it('is the playlist of the moment, without what has not come', () => {
    expect(playing('10:00', { a: 'blob:a', b: 'blob:b', c: 'blob:c' })).toEqual(['blob:a', 'blob:b']);
    expect(playing('10:00', { b: 'blob:b' })).toEqual(['blob:b']);
    expect(playing('18:00', { a: 'blob:a', c: 'blob:c' })).toEqual(['blob:c']);
  });
  it('is what was shipped where no playlist plays, or nothing of it is here: never nothing', () => {
    expect(playing('21:00', { a: 'blob:a' })).toEqual(['/media/slide.svg']);
    expect(playing('10:00', { c: 'blob:c' })).toEqual(['/media/slide.svg']);
  });
  it('is fetched for the whole day', () => {
    expect(filesOf(lists)).toEqual(['a', 'b', 'c']);
  });
});
