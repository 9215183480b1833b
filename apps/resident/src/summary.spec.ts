import { describe, expect, it } from '@jest/globals';
import type { Level } from '@sunbeon/contract';
import { closedStatus, service, status } from './spec-support.ts';
import { summarySentence } from './summary.ts';

const withLevels = (office: Level | null, ...levels: (Level | null)[]) =>
  status({
    level: office,
    services: levels.map((level, position) => service(codes[position] ?? 'X', position, { level })),
  });
const codes = ['PASSPORT_APPLY', 'FAMILY', 'CERTIFICATE', 'ANYWHERE'];

describe('summarySentence', () => {
  it('names what is busier than the office', () =>
    expect(summarySentence(status(), 'ko')).toBe('지금은 보통입니다. 여권 접수가 붐빕니다.'));
  it('says no name when nothing stands out', () => {
    expect(summarySentence(withLevels('quiet', 'quiet', 'normal'), 'ko')).toBe('지금은 여유가 있습니다.');
    expect(summarySentence(withLevels('crowded', 'crowded', 'crowded'), 'ko')).toBe('지금은 매우 붐빕니다.');
  });
  it('names only the busiest, two at most', () => {
    expect(summarySentence(withLevels('normal', 'crowded', 'busy'), 'ko')).toBe(
      '지금은 보통입니다. 여권 접수가 매우 붐빕니다.',
    );
    expect(summarySentence(withLevels('normal', 'busy', 'busy', 'busy', 'busy'), 'ko')).toBe(
      '지금은 보통입니다. 여권 접수, 가족관계등록 외 2개 업무가 붐빕니다.',
    );
  });
  it('speaks every language', () => {
    expect(summarySentence(status(), 'en')).toBe('It is as usual now. Busy: Passport application.');
    expect(summarySentence(status(), 'zh')).toBe('现在人数正常。护照申请较为拥挤。');
    expect(summarySentence(status(), 'ja')).toBe('現在は普通です。旅券申請が混み合っています。');
    expect(summarySentence(status(), 'vi')).toBe('Hiện ở mức bình thường. Đang đông: Nộp hồ sơ hộ chiếu.');
  });
  it('says closed when closed, and nothing of a level that is not known', () => {
    expect(summarySentence(closedStatus(), 'ko')).toBe('지금은 업무 시간이 아닙니다.');
    expect(summarySentence(withLevels(null, null), 'ko')).toBe('지금 업무를 보고 있습니다.');
  });
});
