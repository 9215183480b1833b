import type { Language } from '@sunbeon/contract';

/** Languages of a visitor. Written out, so that the contract's schemas stay out of the page; the compiler holds the words. */
export const languages = ['ko', 'en', 'zh', 'ja', 'vi'] as const satisfies readonly Language[];
