import { z } from 'zod';
import { Id, Instant, LocalText, Slug } from './basics.ts';
import { ImportFile, ImportToken } from './imports.ts';
import { AtVersion, Version } from './office-settings.ts';
import { ServiceCode, WeekHours } from './office-template.ts';

/** Most machines of a tenant, archived ones included: a district has some dozens. */
export const UNMANNED_KIOSKS_MOST = 500;

/** court: of the courts (법원전용), for registers of corporations and the like. */
export const unmannedKioskKinds = ['general', 'court'] as const;
export type UnmannedKioskKind = (typeof unmannedKioskKinds)[number];

/** Whether it can be used now, and why not. */
export const unmannedKioskConditions = ['working', 'out_of_order', 'no_paper', 'maintenance'] as const;
export type UnmannedKioskCondition = (typeof unmannedKioskConditions)[number];

/** Fields of certificates that machines issue; their names stand in `@sunbeon/contract/catalogue/certificates`. */
export const certificateFields = [
  'resident_register',
  'family_register',
  'real_estate_register',
  'corporate_register',
  'building_register',
  'land_register',
  'vehicle_register',
  'local_tax',
  'national_tax',
  'welfare',
  'insurance',
  'education',
  'military',
  'farmland',
] as const;
export type CertificateField = (typeof certificateFields)[number];

export const unmannedKioskHelps = ['wheelchair', 'voice', 'braille', 'large_text', 'earphone'] as const;
export type UnmannedKioskHelp = (typeof unmannedKioskHelps)[number];

const distinct = (all: readonly string[]) => new Set(all).size === all.length;

/** When it can be used: round the clock, or by the spans of a week. */
export const UnmannedKioskHours = z
  .strictObject({
    allDay: z.boolean(),
    week: WeekHours.default({}),
    /** Also on public holidays. */
    onHolidays: z.boolean(),
  })
  .refine(({ allDay, week }) => allDay || Object.values(week).some((spans) => spans.length > 0), {
    error: 'week: at least one span, unless it is open all day',
    path: ['week'],
  })
  .refine(({ week }) => Object.values(week).every(areApart), {
    error: 'week: spans of a day stand in order and do not overlap',
    path: ['week'],
  });
export type UnmannedKioskHours = z.output<typeof UnmannedKioskHours>;

function areApart(spans: readonly { from: string; to: string }[]): boolean {
  return spans.every(({ from }, index) => index === 0 || (spans[index - 1]?.to ?? '') <= from);
}

const fields = {
  /** Slug of the office beside which it stands; null = elsewhere in the district. */
  office: Slug.nullable().default(null),
  kind: z.enum(unmannedKioskKinds).default('general'),
  /** Where it stands, as people find it: 구청 정문 옆 옥외 부스. */
  place: LocalText,
  address: z.string().trim().max(300).default(''),
  hours: UnmannedKioskHours,
  certificates: z
    .array(z.enum(certificateFields))
    .max(certificateFields.length)
    .refine(distinct, 'certificates: each once')
    .default([]),
  /** How many kinds of certificates it issues in all; null = not said. */
  certificateKinds: z.int().min(1).max(500).nullable().default(null),
  condition: z.enum(unmannedKioskConditions).default('working'),
  /** What people should know of it: until when it is repaired, where the next one is. */
  conditionNote: LocalText.nullable().default(null),
  accessibility: z
    .array(z.enum(unmannedKioskHelps))
    .max(unmannedKioskHelps.length)
    .refine(distinct, 'accessibility: each once')
    .default([]),
  fee: LocalText.nullable().default(null),
  /** Address of a map; https only, since residents follow it. */
  mapUrl: z
    .string()
    .max(500)
    .regex(/^https:\/\/[^\s<>"']{3,}$/, 'mapUrl: begins with https://')
    .nullable()
    .default(null),
} as const;

/** An unmanned kiosk (무인민원발급기): a machine that issues certificates without a counter. */
export const UnmannedKiosk = z
  .object({
    ...fields,
    id: Id,
    /** The institution's own number of the machine. */
    code: z.string(),
    /** Since when it is in this condition. */
    conditionSince: Instant,
    version: Version,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'UnmannedKiosk' });
export type UnmannedKiosk = z.infer<typeof UnmannedKiosk>;

/** `POST /api/admin/unmanned-kiosks`; the code stays what it is, archived too. */
export const UnmannedKioskCreate = z.strictObject({ code: ServiceCode, ...fields }).meta({ id: 'UnmannedKioskCreate' });
export type UnmannedKioskCreate = z.output<typeof UnmannedKioskCreate>;
/** `PUT /api/admin/unmanned-kiosks/{id}`: all but the code. */
export const UnmannedKioskUpdate = z.strictObject({ ...fields, version: Version }).meta({ id: 'UnmannedKioskUpdate' });
export type UnmannedKioskUpdate = z.output<typeof UnmannedKioskUpdate>;
export const UnmannedKioskArchive = AtVersion;

/** `POST /api/admin/unmanned-kiosks/{id}/condition`: what is told in passing, without a form. */
export const UnmannedKioskReport = z
  .strictObject({ condition: z.enum(unmannedKioskConditions), version: Version })
  .meta({ id: 'UnmannedKioskReport' });

export const UnmannedKioskImportCheck = z.strictObject({ file: ImportFile }).meta({ id: 'UnmannedKioskImportCheck' });
export const UnmannedKioskImportApply = z
  .strictObject({ file: ImportFile, token: ImportToken })
  .meta({ id: 'UnmannedKioskImportApply' });
