/** A text for staff: Korean and English. A screen of another language shows them in English. */
export function both<const Ko extends string, const En extends string>(ko: Ko, en: En) {
  return { ko, en, zh: en, ja: en, vi: en } as const;
}
