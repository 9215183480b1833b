import { provinces } from '@sunbeon/contract';

/** Chosen in place of a district that the catalogue does not have. */
export const otherDistrict = 'other';

export interface Area {
  /** Two digits, '' = none yet. */
  readonly province: string;
  /** Five digits, `otherDistrict`, or '' = none yet. */
  readonly district: string;
  /** Ten digits as typed; counts with `otherDistrict` only. */
  readonly code: string;
}

/** The ten digits of a choice, '' while there is none. */
export function codeOf({ district, code }: Area): string {
  if (district === otherDistrict) return code.trim();
  return district === '' ? '' : `${district}00000`;
}

/** True for the code of a district in a province that there is; the contract judges alike. */
export function isDistrictCode(code: string): boolean {
  const known = provinces.some((province) => province.code === code.slice(0, 2));
  return known && /^\d{5}00000$/.test(code) && code.slice(2, 5) !== '000';
}

/** Districts of a province by their names, in Korean order. */
export function districtsOf(provinceCode: string): readonly (readonly [code: string, name: string])[] {
  const province = provinces.find(({ code }) => code === provinceCode);
  return Object.entries(province?.districts ?? {}).sort(([, a], [, b]) => a.localeCompare(b, 'ko'));
}
