import { describe, expect, it } from '@jest/globals';
import { grouped, isComplete, phoneStart, withDigit } from './phone-number.ts';

describe('a phone number at the kiosk', () => {
  it.each([
    ['010', '010'],
    ['0101', '010-1'],
    ['0101234', '010-1234'],
    ['01012345', '010-1234-5'],
    ['01012345678', '010-1234-5678'],
    ['0111234567', '011-123-4567'],
    ['', ''],
  ])('%s is shown as %j', (digits, shown) => {
    expect(grouped(digits)).toBe(shown);
  });

  it.each([
    ['01012345678', true],
    ['0111234567', true],
    ['01912345678', true],
    ['0101234567', false],
    ['021234567', false],
    ['01212345678', false],
    [phoneStart, false],
    ['', false],
  ])('%s is complete: %s', (digits, complete) => {
    expect(isComplete(digits)).toBe(complete);
  });

  it('takes digits only, and no more than there are', () => {
    expect(withDigit('010', '5')).toBe('0105');
    expect(withDigit('010', 'a')).toBe('010');
    expect(withDigit('010', '')).toBe('010');
    expect(withDigit('01012345678', '9')).toBe('01012345678');
  });
});
