import { describe, expect, it } from '@jest/globals';
import { Slug } from '@sunbeon/contract';
import { asSlug, slugExample, slugForm } from './slug.ts';

describe('an address of an institution', () => {
  it.each(['seongdong', 'a1', 'x-', 'jung-gu', 'A', 'a', '1abc', '성동구', 'a b', '', 'a'.repeat(39), 'a'.repeat(40)])(
    'is judged here as the contract judges it: %j',
    (slug) => expect(slugForm.test(slug)).toBe(Slug.safeParse(slug).success),
  );

  it('is put into shape as it is typed', () => {
    expect(asSlug('Seongdong Gu')).toBe('seongdong-gu');
    expect(asSlug('damyang_gun.office')).toBe('damyang-gun-office');
  });

  it.each(['seongdong', 'jung-gu', 'a'.repeat(38), `${'a'.repeat(35)}-gu`])(
    'is followed by another that may be had: %s',
    (slug) => {
      expect(slugForm.test(slugExample(slug))).toBe(true);
      expect(slugExample(slug)).not.toBe(slug);
    },
  );
});
