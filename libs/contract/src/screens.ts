import { z } from 'zod';
import { Id, Language, LocalDate, LocalText, LocalTime, Slug } from './basics.ts';
import { mediaKinds } from './media.ts';
import { Version } from './office-settings.ts';

const ScreenName = z.string().trim().min(1).max(80);

// ------------------------------------------------------------------------------------------------ playlists
export const playlistPlaces = ['display', 'kiosk'] as const;

/** One piece of a playlist. A film plays to its end; `seconds` is for pictures. */
export const PlaylistItem = z.strictObject({ mediaId: Id, seconds: z.int().min(3).max(600).default(12) });

const playlistFields = {
  name: ScreenName,
  /** Hall TVs and monitors; kiosks nobody stands at. */
  places: z.array(z.enum(playlistPlaces)).min(1).max(2),
  /** Weekdays, 0 = Sunday … 6 = Saturday. */
  days: z.array(z.int().min(0).max(6)).min(1).max(7),
  /** From … to on the office's clock; 00:00-24:00 = all day. The end is later than the beginning. */
  from: LocalTime.default('00:00'),
  to: LocalTime.default('24:00'),
  /** First and last day; null = no such bound. */
  fromOn: LocalDate.nullable().default(null),
  untilOn: LocalDate.nullable().default(null),
  /** Of several that fit, the lowest position plays. */
  position: z.int().min(0).max(9_999).default(0),
  items: z.array(PlaylistItem).max(100),
};
const inOrder = ({ from, to }: { from: string; to: string }) => from < to;
const daysInOrder = ({ fromOn, untilOn }: { fromOn: string | null; untilOn: string | null }) =>
  fromOn === null || untilOn === null || fromOn <= untilOn;
const orderFault = { error: 'to: later than from', path: ['to'] };
const daysFault = { error: 'untilOn: not before fromOn', path: ['untilOn'] };

export const PlaylistRow = z
  .object({ id: Id, office: Slug, version: Version, ...playlistFields })
  .meta({ id: 'PlaylistRow' });
export type PlaylistRow = z.infer<typeof PlaylistRow>;
/** `POST /api/admin/playlists` */
export const PlaylistCreate = z
  .strictObject({ office: Slug, ...playlistFields })
  .refine(inOrder, orderFault)
  .refine(daysInOrder, daysFault)
  .meta({ id: 'PlaylistCreate' });
/** `PUT /api/admin/playlists/{id}`: the whole of it; who read an older one gets `changed_meanwhile`. */
export const PlaylistUpdate = z
  .strictObject({ version: Version, ...playlistFields })
  .refine(inOrder, orderFault)
  .refine(daysInOrder, daysFault)
  .meta({ id: 'PlaylistUpdate' });

/** A playlist as a device gets it: files are fetched with the device's own token, and kept. */
export const DevicePlaylist = z.object({
  id: Id,
  days: z.array(z.int()),
  from: z.string(),
  to: z.string(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  items: z.array(
    z.object({ mediaId: Id, kind: z.enum(mediaKinds), seconds: z.int(), title: z.string(), bytes: z.int() }),
  ),
});
export type DevicePlaylist = z.infer<typeof DevicePlaylist>;

// -------------------------------------------------------------------------------------------------- layouts
export const regionKinds = ['calls', 'waiting', 'media', 'notice', 'clock'] as const;
export type RegionKind = (typeof regionKinds)[number];
export const screenKinds = ['hall', 'counter'] as const;
export const orientations = ['landscape', 'portrait'] as const;

/** A screen is laid out on so many columns and rows, whatever its size. */
export const layoutGrid = 24;

/** A part of the screen on its grid; x and y from the upper left. */
export const Region = z
  .strictObject({
    kind: z.enum(regionKinds),
    x: z
      .int()
      .min(0)
      .max(layoutGrid - 1),
    y: z
      .int()
      .min(0)
      .max(layoutGrid - 1),
    w: z.int().min(2).max(layoutGrid),
    h: z.int().min(2).max(layoutGrid),
  })
  .refine(({ x, y, w, h }) => x + w <= layoutGrid && y + h <= layoutGrid, 'a region reaches over the edge');
export type Region = z.infer<typeof Region>;

const apart = (a: Region, b: Region) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

/** Each kind once at most, none over another, and the calls are never missing. */
export const Regions = z
  .array(Region)
  .min(1)
  .max(regionKinds.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'each region once at most')
  .refine((all) => all.some(({ kind }) => kind === 'calls'), 'the calls may not be missing')
  .refine(
    (all) => all.every((one, index) => all.slice(index + 1).every((other) => apart(one, other))),
    'regions lie over each other',
  );

const layoutFields = {
  name: ScreenName,
  screen: z.enum(screenKinds),
  orientation: z.enum(orientations),
  regions: Regions,
  /** The one of its office for screens of this kind and orientation that name no other. */
  isDefault: z.boolean(),
};
export const LayoutRow = z
  .object({ id: Id, office: Slug, version: Version, ...layoutFields })
  .meta({ id: 'LayoutRow' });
export type LayoutRow = z.infer<typeof LayoutRow>;
/** `POST /api/admin/layouts` */
export const LayoutCreate = z.strictObject({ office: Slug, ...layoutFields }).meta({ id: 'LayoutCreate' });
/** `PUT /api/admin/layouts/{id}` */
export const LayoutUpdate = z.strictObject({ version: Version, ...layoutFields }).meta({ id: 'LayoutUpdate' });

/** A layout as a screen gets it. */
export const DeviceLayout = z.object({ id: Id, orientation: z.enum(orientations), regions: z.array(Region) });
export type DeviceLayout = z.infer<typeof DeviceLayout>;

// --------------------------------------------------------------------------------------------- kiosk screens
const Codes = z
  .array(z.string().min(1).max(40))
  .max(60)
  .refine((all) => new Set(all).size === all.length, 'each once at most');

const kioskFields = {
  /**
   * Cards of the first screen in their order: codes of groups and of services. Those that are not named do not stand there
   * (search finds them all the same); empty = groups in the order of the office.
   */
  first: Codes,
  /** Instead of "무엇을 하러 오셨나요?"; null = that. */
  greeting: LocalText.nullable(),
  /** Added to the hours while the office is closed; null = nothing. */
  closedText: LocalText.nullable(),
  /** Languages offered; Korean is always one of them. Empty = as each device says. */
  languages: z
    .array(Language)
    .max(5)
    .refine((all) => all.length === 0 || all.includes('ko'), 'Korean is always offered')
    .refine((all) => new Set(all).size === all.length, 'each once at most'),
  /** Seconds nobody touches the first screen until the promotion begins; null = never. */
  promotionAfterSeconds: z.int().min(15).max(3_600).nullable(),
};
/** What kiosks of an office show before a service is chosen. */
export const KioskScreen = z.object(kioskFields);
export type KioskScreen = z.infer<typeof KioskScreen>;

/** `GET /api/admin/kiosk-screens`: one per office; version 0 = nobody has made one yet. `id` is the office's. */
export const KioskScreenRow = z
  .object({ id: Id, office: Slug, version: z.int().min(0), ...kioskFields })
  .meta({ id: 'KioskScreenRow' });
export type KioskScreenRow = z.infer<typeof KioskScreenRow>;
/** `PUT /api/admin/kiosk-screens/{id}` */
export const KioskScreenUpdate = z
  .strictObject({ version: z.int().min(0).max(2_000_000_000), ...kioskFields })
  .meta({ id: 'KioskScreenUpdate' });
