import { languages as allLanguages, type DeviceConfig, type Language } from './contract-values.ts';

/** Those of the device; else of its office; else all. */
export function languagesOf({ settings, kioskScreen }: DeviceConfig): readonly Language[] {
  if (settings.languages?.length) return settings.languages;
  return kioskScreen?.languages.length ? kioskScreen.languages : allLanguages;
}
