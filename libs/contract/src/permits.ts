import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { ImportFile, ImportToken } from './imports.ts';
import { AtVersion, Version } from './office-settings.ts';
import { ServiceCode } from './office-template.ts';

/**
 * The three groups of the permit desk (허가민원전담창구): the service of the canonical catalogue at which they are handed in,
 * and how many kinds the model's desk has. The kinds themselves are each district's own.
 */
export const permitGroups = {
  hygiene: { service: 'PERMIT_FOOD_HYGIENE', kinds: 57 },
  culture: { service: 'PERMIT_TOURISM_SPORTS', kinds: 39 },
  industry: { service: 'PERMIT_FACTORY', kinds: 15 },
} as const;
export type PermitGroup = keyof typeof permitGroups;
export const PermitGroup = z.enum(Object.keys(permitGroups) as [PermitGroup, ...PermitGroup[]]);

const days = z.int().min(0).max(365);
const fields = {
  group: PermitGroup,
  /** Field of the group, in the district's own words: 식품위생. */
  field: z.string().trim().max(60).default(''),
  name: z.string().trim().min(1).max(200),
  /** Working days in which this desk has it done; 0 = at once. */
  days,
  /** Working days that the law allows; null = not said. */
  legalDays: days.nullable().default(null),
  note: z.string().trim().max(300).default(''),
} as const;

/** A kind of permit (허가민원) of the institution. */
export const Permit = z
  .object({ ...fields, id: Id, code: z.string(), version: Version, archivedAt: Instant.nullable() })
  .meta({ id: 'Permit' });
export type Permit = z.infer<typeof Permit>;

/** `POST /api/admin/permits`; the code stays what it is, archived too. */
export const PermitCreate = z.strictObject({ code: ServiceCode, ...fields }).meta({ id: 'PermitCreate' });
export type PermitCreate = z.output<typeof PermitCreate>;
/** `PUT /api/admin/permits/{id}`: all but the code. */
export const PermitUpdate = z.strictObject({ ...fields, version: Version }).meta({ id: 'PermitUpdate' });
export type PermitUpdate = z.output<typeof PermitUpdate>;
export const PermitArchive = AtVersion;

export const permitSorts = ['code', 'name', 'group', 'field', 'days', 'legalDays'] as const;

/** `GET /api/admin/permits`. `q` looks into code, field, name and note. */
export const PermitQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  group: PermitGroup.optional(),
  state: z.enum(['used', 'archived']).optional(),
  sort: z.enum(permitSorts).default('code'),
  order: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type PermitQuery = z.output<typeof PermitQuery>;

/** `groups`: kinds in use of each group, whatever is looked for. */
export const PermitPage = z
  .object({ rows: z.array(Permit), total: z.int(), groups: z.record(PermitGroup, z.int()) })
  .meta({ id: 'PermitPage' });
export type PermitPage = z.infer<typeof PermitPage>;

export const PermitImportCheck = z.strictObject({ file: ImportFile }).meta({ id: 'PermitImportCheck' });
export const PermitImportApply = z
  .strictObject({ file: ImportFile, token: ImportToken })
  .meta({ id: 'PermitImportApply' });
