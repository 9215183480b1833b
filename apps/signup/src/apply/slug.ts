/** As the contract's Slug. */
export const slugForm = /^[a-z][a-z0-9-]{1,38}$/;

/** What somebody types, as an address would have it: "Seongdong Gu" -> "seongdong-gu". */
export function asSlug(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s_.]+/g, '-')
    .slice(0, 60);
}

/** Another address to try where one is taken: seongdong -> seongdong-gu, seongdong-gu -> seongdong-gu-2. */
export function slugExample(slug: string): string {
  const next = slug.endsWith('-gu') ? `${slug}-2` : `${slug}-gu`;
  return slugForm.test(next) ? next : slug.slice(0, 36).replace(/-+$/, '') + '-2';
}
