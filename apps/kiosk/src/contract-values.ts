import type { languages as contractLanguages } from '@sunbeon/contract';

export type { ClockReading, DeviceConfig, Language } from '@sunbeon/contract';
/** The contract's languages, written out so that no schema lands in the bundle; the compiler holds them equal. */
export const languages: typeof contractLanguages = ['ko', 'en', 'zh', 'ja', 'vi'];
