import { describe, expect, it } from '@jest/globals';
import {
  fillPlaceholders,
  lengthOf,
  notificationTextFaultsOf,
  placeholdersOf,
  textMessageBytes,
  type NotificationTextRules,
} from './notification-text.ts';

const rules: NotificationTextRules = {
  most: 90,
  unit: 'bytes',
  oneLine: false,
  examples: { number: '127', counter: '5' },
  required: ['number'],
};
const codes = (text: string, more: Partial<NotificationTextRules> = {}) =>
  notificationTextFaultsOf(text, { ...rules, ...more }).map(({ code, value }) => (value ? `${code} ${value}` : code));

describe('placeholders', () => {
  it('are found once each, in their order', () => {
    expect(placeholdersOf('{b} {a} {b} { } {}\n{a\n}')).toEqual(['b', 'a', ' ', '']);
  });

  it('are filled once: what a value holds is text, and what is not known stays', () => {
    expect(fillPlaceholders('{a}{b}{toString}', { a: '{b}', b: '$&' })).toBe('{b}$&{toString}');
  });
});

describe('the length of a text message', () => {
  it.each([
    ['', 0],
    ['abc 1', 5],
    ['번호표', 6],
    ['가\r\n나', 5],
    ['１', 2],
    ['😀', 2],
  ])('%j is %i bytes', (text, bytes) => expect(textMessageBytes(text)).toBe(bytes));

  it('is that of what is sent, not of what is written', () => {
    expect(lengthOf('{number}번', rules)).toBe(5);
    expect(lengthOf('{number}번', { ...rules, unit: 'characters' })).toBe(4);
  });
});

describe('a text', () => {
  it.each([
    ['{number}번 손님, {counter}번 창구로 오십시오.', []],
    ['{counter}번 창구', ['placeholder_missing number']],
    ['{number} {nmber} {}', ['placeholder_unknown nmber', 'placeholder_unknown']],
    [`{number}${'가'.repeat(44)}`, ['too_long 91']],
    ['{number} https://evil.example/x', ['web_address https://evil.example/x']],
    ['{number} bit.ly/abc', ['web_address bit.ly']],
    ['{number} www.sd.go.kr', ['web_address www.sd.go.kr']],
    ['{number} 문의 minwon.help@sd.go.kr, 02-2286-5114. 10.14 업무', []],
    ['{number} 9:00-18:00 e.g. No.5', []],
  ])('%j has the faults %j', (text, expected) => expect(codes(text)).toEqual(expected));

  it('of one line has no line break', () => {
    expect(codes('{number}\n', { oneLine: true })).toEqual(['line_break']);
    expect(codes('{number}\n')).toEqual([]);
  });
});
