import { describe, expect, it } from '@jest/globals';
import { isWeakPin } from './pin.policy.ts';

describe('rules of PINs', () => {
  it.each(['000000', '111111', '123456', '654321', '890123', '121212', '123123', '112211', '147258', '159753'])(
    'refuse what is tried first: %s',
    (pin) => {
      expect(isWeakPin(pin)).toBe(true);
    },
  );

  it.each(['850101', '991231', '040229', '311299', '122585'])('refuse dates of birth: %s', (pin) => {
    expect(isWeakPin(pin)).toBe(true);
  });

  it.each(['739164', '480275', '903847', '561340'])('take others: %s', (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });

  it('leave nine of ten to choose from', () => {
    const all = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, '0'));
    expect(all.filter((pin) => !isWeakPin(pin)).length).toBeGreaterThan(880_000);
  });
});
