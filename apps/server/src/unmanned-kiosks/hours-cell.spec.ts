import { describe, expect, it } from '@jest/globals';
import { hoursOf, hoursText } from './hours-cell.ts';

const span = (from: string, to: string) => ({ from, to });

describe('hours of a machine in a cell', () => {
  it.each([
    ['24시간', '24시간'],
    ['24 시간 운영', '24시간'],
    ['월-금 09:00-18:00', '월-금 09:00-18:00'],
    ['평일 9:00~18:00, 토·일 10:00 - 17:00', '월-금 09:00-18:00; 토-일 10:00-17:00'],
    ['월요일 09:00-20:00; 화-금 09:00-18:00', '월 09:00-20:00; 화-금 09:00-18:00'],
    ['매일 13:00-24:00\n매일 06:00-12:00', '월-일 06:00-12:00; 월-일 13:00-24:00'],
    ['월/수/금 09:00-10:00', '월·수·금 09:00-10:00'],
  ])('%j is read as %j', (written, read) => {
    const hours = hoursOf(written, true);
    expect(hoursText(hours)).toBe(read);
    expect(hoursOf(hoursText(hours), true)).toEqual(hours);
  });

  it('keeps the spans of a day in order', () => {
    expect(hoursOf('월 13:00-18:00; 월 09:00-12:00', false)).toEqual({
      allDay: false,
      onHolidays: false,
      week: { '1': [span('09:00', '12:00'), span('13:00', '18:00')] },
    });
  });

  it.each([
    '',
    '아무 때나',
    '월-금',
    '월-금 18:00-09:00',
    '금-월 09:00-10:00',
    '월월 09:00-10:00',
    '월 25:00-26:00',
    '월 09:00-12:00; 월 11:00-13:00',
    '월·월 09:00-10:00',
    'constructor 09:00-10:00',
  ])('%j is refused', (text) => expect(() => hoursOf(text, true)).toThrow('bad_hours'));
});
