import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { open, seal, SealBroken, versionOf } from './seal.ts';

const key = randomBytes(32);

describe('a sealed text', () => {
  it('opens with its key and purpose to what it was, and says the version of its key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(999_999), fc.string(), (text, version, about) => {
        const sealed = seal(key, version, about, text);
        expect(open(key, about, sealed)).toBe(text.toWellFormed());
        expect(versionOf(sealed)).toBe(version);
      }),
    );
  });

  it('is another each time, so that equal texts do not show', () => {
    expect(seal(key, 1, 'a', '010-1234-5678')).not.toBe(seal(key, 1, 'a', '010-1234-5678'));
  });

  it('does not open with another key, for another purpose, or when any character was changed', () => {
    const sealed = seal(key, 1, 'tenant|phone', '010-1234-5678');
    expect(() => open(randomBytes(32), 'tenant|phone', sealed)).toThrow(SealBroken);
    expect(() => open(key, 'other|phone', sealed)).toThrow(SealBroken);
    for (const part of [2, 3, 4]) {
      const parts = sealed.split('.');
      const bytes = Buffer.from(parts[part] ?? '', 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      parts[part] = bytes.toString('base64url');
      expect(() => open(key, 'tenant|phone', parts.join('.'))).toThrow(SealBroken);
    }
  });

  it.each(['', '010-1234-5678', 's1', 's1.1.a.b', 's2.1.a.b.c', 's1.1...', 's1.1.AAAA.AAAA.AAAA'])(
    'is not %j',
    (text) => {
      expect(() => open(key, '', text)).toThrow(SealBroken);
    },
  );

  it('never opens with a short tag', () => {
    const parts = seal(key, 1, '', 'text').split('.');
    parts[4] = Buffer.from(parts[4] ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(() => open(key, '', parts.join('.'))).toThrow(SealBroken);
  });
});
