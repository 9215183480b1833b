import { describe, expect, it } from '@jest/globals';
import { openingText } from './opening.ts';

const text = (openNow: boolean, opensAt: string | null, closesAt: string | null, zone = 'Asia/Seoul') =>
  openingText({ openNow, opensAt, closesAt }, '2026-11-23T18:30:00+09:00', zone, 'ko');

describe('openingText', () => {
  it('says until when', () => expect(text(true, null, '2026-11-23T20:00:00+09:00')).toBe('오늘 20:00까지 엽니다.'));
  it('calls midnight the end of the day', () =>
    expect(text(true, null, '2026-11-24T00:00:00+09:00')).toBe('오늘 24:00까지 엽니다.'));
  it('says when it opens again, with the day when it is another', () => {
    expect(text(false, '2026-11-23T19:00:00+09:00', null)).toBe('오늘 19:00에 엽니다.');
    expect(text(false, '2026-11-24T09:00:00+09:00', null)).toBe('11월 24일 (화) 09:00에 엽니다.');
  });
  it("counts days in the office's zone", () =>
    expect(text(false, '2026-11-24T00:30:00+09:00', null, 'Europe/Warsaw')).toBe('오늘 16:30에 엽니다.'));
  it('says nothing when the office said nothing', () => {
    expect(text(true, null, null)).toBe('');
    expect(text(false, null, null)).toBe('');
  });
});
