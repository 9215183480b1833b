import { z } from 'zod';
import { Id, Instant, LocalDate, LocalText, LocalTime, Slug, TimeZone } from './basics.ts';
import {
  CallingPolicyInput,
  CounterTemplate,
  NumberRange,
  OfficeHours,
  OfficeZone,
  OwnPriority,
  ServiceGroup,
  ServiceTemplate,
} from './office-template.ts';

/**
 * Version of what was read: it goes back with the change. When somebody else changed the same thing meanwhile the answer
 * is `changed_meanwhile`; whoever sent it reads anew and decides.
 */
export const Version = z.int().min(1).max(2_000_000_000);
export const AtVersion = z.strictObject({ version: Version });
/** Order in lists and at the kiosk, from 0. */
const Position = z.int().min(0).max(9_999);

const configured = {
  id: Id,
  /** Slug of the office. */
  office: Slug,
  version: Version,
  position: Position,
  /** Null = in use. What is archived keeps its code or number, and can be restored. */
  archivedAt: Instant.nullable(),
};

/** `GET /api/admin/services`; `counters`: numbers of those that do it. */
export const ServiceRow = ServiceTemplate.extend({ ...configured, counters: z.array(z.string()) }).meta({
  id: 'ServiceRow',
});
export type ServiceRow = z.infer<typeof ServiceRow>;

/** `POST /api/admin/services`: comes last in the order of its office. */
export const ServiceCreate = z.strictObject({ ...ServiceTemplate.shape, office: Slug }).meta({ id: 'ServiceCreate' });
export type ServiceCreate = z.output<typeof ServiceCreate>;

const { code: _code, ...serviceFields } = ServiceTemplate.shape;
/**
 * `PUT /api/admin/services/{id}`: the whole service but its code, by which relays and open data know it. All of it counts
 * at once. A range of numbers of which tickets were given out on this business day is refused (`numbers_used_today`).
 */
export const ServiceUpdate = z
  .strictObject({ ...serviceFields, version: Version, position: Position.optional() })
  .meta({ id: 'ServiceUpdate' });
export type ServiceUpdate = z.output<typeof ServiceUpdate>;

/** `GET /api/admin/counters` */
export const CounterRow = CounterTemplate.extend(configured).meta({ id: 'CounterRow' });
export type CounterRow = z.infer<typeof CounterRow>;

/** `POST /api/admin/counters` */
export const CounterCreate = z.strictObject({ ...CounterTemplate.shape, office: Slug }).meta({ id: 'CounterCreate' });
export type CounterCreate = z.output<typeof CounterCreate>;

/** `PUT /api/admin/counters/{id}`: all but the number, which hangs above the counter and stands in lunch turns and screens. */
export const CounterUpdate = z
  .strictObject({
    name: LocalText,
    services: CounterTemplate.shape.services,
    version: Version,
    position: Position.optional(),
  })
  .meta({ id: 'CounterUpdate' });
export type CounterUpdate = z.output<typeof CounterUpdate>;

/** What stands of an office itself; all of it counts at once, its day and its place in time are those it was made with. */
export const OfficeFacts = z.strictObject({
  name: LocalText,
  address: z.string().max(300),
  calling: CallingPolicyInput,
  /** Numbers for when those of a service are used up. */
  overflow: NumberRange,
  priorities: z.array(OwnPriority).max(20),
  groups: z.array(ServiceGroup).max(40),
  zones: z.array(OfficeZone).max(20),
});
export type OfficeFacts = z.infer<typeof OfficeFacts>;

/** `PUT /api/admin/office-settings/{id}` */
export const OfficeUpdate = z.strictObject({ version: Version, office: OfficeFacts }).meta({ id: 'OfficeUpdate' });

/** `GET /api/admin/office-settings`: an office as forms need it. */
export const OfficeSettings = z
  .object({
    id: Id,
    slug: Slug,
    name: LocalText,
    /** IANA zone of its hours. */
    zone: TimeZone,
    version: Version,
    ...OfficeFacts.omit({ name: true }).shape,
    hours: OfficeHours,
  })
  .meta({ id: 'OfficeSettings' });
export type OfficeSettings = z.infer<typeof OfficeSettings>;

/** `PUT /api/admin/office-settings/{id}/hours`; counts at once, today included. */
export const HoursUpdate = z.strictObject({ version: Version, hours: OfficeHours }).meta({ id: 'HoursUpdate' });

/** `GET /api/admin/office-settings/{id}/year`; the present one unless said. Public holidays are computed from 2014. */
export const YearQuery = z.object({ year: z.coerce.number().int().min(2014).max(2100).optional() });
const yearDay = {
  on: LocalDate,
  open: z.array(z.object({ from: LocalTime, to: LocalTime, night: z.boolean() })),
  /** Why it is closed all day; null = it opens. */
  closed: z.enum(['weekly', 'holiday', 'closing']).nullable(),
  /** Name of the public holiday, also when the office opens on it. */
  holiday: z.string().nullable(),
  /** Words of a one-off closing or opening. */
  reason: z.string().nullable(),
};
export const YearDay = z.object(yearDay).meta({ id: 'YearDay' });
export type YearDay = z.infer<typeof YearDay>;
export const OfficeYear = z
  .object({ year: z.int(), openDays: z.int(), days: z.array(YearDay) })
  .meta({ id: 'OfficeYear' });
export type OfficeYear = z.infer<typeof OfficeYear>;
