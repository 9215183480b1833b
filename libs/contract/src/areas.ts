import { z } from 'zod';
import { provinces } from './area-names.ts';

const knownProvinces: ReadonlySet<string> = new Set(provinces.map(({ code }) => code));

/** Code of a district: ten digits, the province is known, and nothing below a district is named. */
export const AreaCode = z
  .string()
  .regex(/^\d{10}$/, 'area code: 10 digits')
  .refine((code) => knownProvinces.has(code.slice(0, 2)), 'area code: no such province or city')
  .refine((code) => code.slice(2, 5) !== '000' && code.endsWith('00000'), 'area code: that of a district');

/** Digits with which the codes of all districts of a region begin: 11, or 41 … */
export const AreaPrefix = z
  .string()
  .regex(/^\d{2}$/, 'prefix: 2 digits')
  .refine((code) => knownProvinces.has(code), 'prefix: no such province or city');
