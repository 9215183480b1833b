import { describe, expect, it } from '@jest/globals';
import { ageOf, Contact, isNewer } from './age.ts';

describe('ageOf', () => {
  it.each([
    [0, true, 'live'],
    [19, true, 'live'],
    [20, true, 'old'],
    [59, true, 'old'],
    [60, true, 'lost'],
    [3, false, 'connecting'],
    [20, false, 'old'],
    [60, false, 'lost'],
  ] as const)('%i s, contact %s: %s', (seconds, had, age) => expect(ageOf(seconds, had)).toBe(age));
});

describe('isNewer', () => {
  const at = (revision: number, asOfMs: number) => ({ revision, asOfMs });
  it('drops what is not newer', () => {
    expect(isNewer(at(5, 100), at(5, 100))).toBe(false);
    expect(isNewer(at(4, 900), at(5, 100))).toBe(false);
  });
  it('takes a higher revision, or newer facts of the same', () => {
    expect(isNewer(at(6, 50), at(5, 100))).toBe(true);
    expect(isNewer(at(5, 101), at(5, 100))).toBe(true);
  });
});

describe('Contact', () => {
  const start = () => {
    let now = 1_000_000;
    const contact = new Contact(() => now);
    return { contact, pass: (seconds: number) => (now += seconds * 1000) };
  };
  it('counts from the last answer', () => {
    const { contact, pass } = start();
    pass(25);
    contact.note(null);
    expect(contact.seconds()).toBe(0);
    pass(40);
    expect(contact.seconds()).toBe(40);
  });
  it('takes an answer out of a cache for as old as it is, whatever the clock of this device says', () => {
    const { contact, pass } = start();
    const server = 77_000_000;
    contact.note(server);
    pass(30);
    contact.note(server);
    expect(contact.seconds()).toBe(30);
    pass(5);
    contact.note(server + 35_000);
    expect(contact.seconds()).toBe(0);
  });
  it('bears the rounding of the header', () => {
    const { contact, pass } = start();
    contact.note(77_000_000);
    pass(6.9);
    contact.note(77_005_000);
    expect(contact.seconds()).toBe(0);
  });
});
