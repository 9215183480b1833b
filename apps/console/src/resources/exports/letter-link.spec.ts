import { describe, expect, it } from '@jest/globals';
import { readLetterLink } from './letter-link.ts';

const id = '0199f3a2-7c10-7d52-9d3e-5f0a9c1b2d3e';

describe('the link of a letter', () => {
  it('names the archive and carries its code', () => {
    expect(readLetterLink(`#/exports/${id}?code=a-B_9`)).toEqual({ id, code: 'a-B_9' });
  });

  it.each(['', '#', '#/exports', `#/exports/${id}`, `#/exports/${id}?code=`, `#/exports/x?code=a`, '#/devices?code=a'])(
    'is not %j',
    (hash) => expect(readLetterLink(hash)).toBeNull(),
  );
});
