import { describe, expect, it } from '@jest/globals';
import { counterNamed, placeAddress, readPlace } from './address.ts';

describe('the place in the address', () => {
  it('is read from office and counter, empty ones not counting', () => {
    expect(readPlace('?office=main&counter=5')).toEqual({ office: 'main', counter: '5' });
    expect(readPlace('?office=&x=1')).toEqual({ office: null, counter: null });
  });

  it('is written and taken away, other parts kept', () => {
    const address = placeAddress('https://x.example/counter/?x=1', { office: 'main', counter: '5' });
    expect(address).toBe('https://x.example/counter/?x=1&office=main&counter=5');
    expect(placeAddress(address, { office: 'main', counter: null })).toBe('https://x.example/counter/?x=1&office=main');
  });

  it('names a counter by its number in any case, or by id', () => {
    const counters = [
      { id: 'one', number: '5' },
      { id: 'two', number: 'A3' },
    ];
    expect(['5', 'a3', 'two', '9', null].map((name) => counterNamed(counters, name)?.id ?? null)).toEqual([
      'one',
      'two',
      'two',
      null,
      null,
    ]);
  });
});
