import { z } from 'zod';
import { Id, Instant, Language, LocalText } from './basics.ts';
import { deviceKinds } from './permissions.ts';
import { MediaItem } from './office-template.ts';
import { KioskPrinter, printerStates } from './printing.ts';
import { Consent } from './privacy.ts';
import { ClockReading } from './realtime.ts';
import { DeviceLayout, DevicePlaylist, KioskScreen } from './screens.ts';

/** offline = three heartbeats missed; printer = no paper, open, gone; paper = near its end; clock = off by more than a minute. */
export const deviceAlertKinds = ['offline', 'printer', 'paper', 'clock'] as const;
export type DeviceAlertKind = (typeof deviceAlertKinds)[number];

export const DeviceKindSchema = z.enum(deviceKinds);

/** `POST /api/devices/pair`. Codes are read aloud: letters and digits without look-alikes; spaces and - are ignored. */
export const PairRequest = z.strictObject({ code: z.string().min(6).max(40) }).meta({ id: 'PairRequest' });
export const PairAnswer = z
  .object({ deviceId: Id, token: z.string(), kind: DeviceKindSchema, tenant: z.string(), office: z.string() })
  .meta({ id: 'PairAnswer' });
export type PairAnswer = z.infer<typeof PairAnswer>;

/** Settings of a device by kind, made in the console. */
export const DeviceSettings = z.strictObject({
  /** display: counter = monitor above counters, hall = TV in the hall */
  screen: z.enum(['counter', 'hall']).optional(),
  /** display: labels of the counters below a counter monitor; none = all */
  counters: z.array(z.string().max(6)).max(30).optional(),
  /** display: say calls aloud */
  voice: z.boolean().optional(),
  /** 0-1 */
  volume: z.number().min(0).max(1).optional(),
  /** kiosk: languages offered */
  languages: z.array(Language).max(5).optional(),
  /** kiosk: seconds without touch until the start screen comes back */
  idleSeconds: z.int().min(15).max(600).optional(),
  diagonalInches: z.number().min(5).max(120).optional(),
  /** kiosk: where its tickets are printed; none = the browser's print dialog */
  printer: KioskPrinter.optional(),
  /** display: a layout of its office, instead of the office's own for such screens */
  layout: Id.optional(),
});
export type DeviceSettings = z.infer<typeof DeviceSettings>;

/** A service as a kiosk shows it. */
export const DeviceService = z
  .object({
    id: Id,
    code: z.string(),
    group: z.string(),
    name: LocalText,
    shortName: LocalText.nullable(),
    icon: z.string().nullable(),
    zone: z.string().nullable(),
    line: z.string().nullable(),
    documents: z.array(LocalText),
    guide: LocalText.nullable(),
    addOns: z.array(z.object({ code: z.string(), name: LocalText })),
    steps: z.array(Id),
    atKiosk: z.boolean(),
    /** For kiosks: what else visitors call it. */
    words: z.partialRecord(Language, z.array(z.string())).optional(),
  })
  .meta({ id: 'DeviceService' });
export type DeviceService = z.infer<typeof DeviceService>;

/** A kind of permit (허가민원), and the service at which it is handed in. Korean only, as the district wrote it. */
export const DevicePermit = z
  .object({
    code: z.string(),
    serviceId: Id,
    name: z.string(),
    field: z.string(),
    /** Working days; 0 = at once. */
    days: z.int(),
    note: z.string(),
  })
  .meta({ id: 'DevicePermit' });
export type DevicePermit = z.infer<typeof DevicePermit>;

/** `GET /api/device/config` (ETag). */
export const DeviceConfig = z
  .object({
    version: z.int(),
    device: z.object({ id: Id, kind: DeviceKindSchema, name: z.string() }),
    tenant: z.object({ slug: z.string(), name: z.string(), rehearsal: z.boolean() }),
    office: z.object({
      id: Id,
      slug: z.string(),
      name: LocalText,
      zone: z.string(),
      authority: z.enum(['sunbeon', 'hardware']),
    }),
    settings: DeviceSettings,
    groups: z.array(z.object({ code: z.string(), name: LocalText, icon: z.string().nullable() })),
    zones: z.array(z.object({ code: z.string(), name: LocalText, color: z.string(), colorName: LocalText })),
    services: z.array(DeviceService),
    /** For kiosks: kinds of permits that are handed in at one of its services. */
    permits: z.array(DevicePermit).optional(),
    /** For displays: which services each counter serves, so that a monitor can tell who waits for it. */
    counters: z.array(z.object({ number: z.string(), name: LocalText, serviceIds: z.array(Id) })).optional(),
    priorities: z.array(z.object({ code: z.string(), name: LocalText })),
    /** Slides shipped with the office; they play where no playlist does. */
    media: z.array(MediaItem),
    /** The office's own, the one of the lowest position first. */
    playlists: z.array(DevicePlaylist).optional(),
    /** For displays: at most one for each orientation; none = the built-in one. */
    layouts: z.array(DeviceLayout).optional(),
    kioskScreen: KioskScreen.optional(),
    /** For kiosks: notices are sent, and a number may be asked for under this consent. */
    notices: z.object({ consent: Consent }).optional(),
    clock: ClockReading,
  })
  .meta({ id: 'DeviceConfig' });
export type DeviceConfig = z.infer<typeof DeviceConfig>;

/** `POST /api/device/heartbeat`: state of the device as it sees itself. */
export const Heartbeat = z
  .strictObject({
    appVersion: z.string().max(60).optional(),
    configVersion: z.int().optional(),
    clockAt: Instant.optional(),
    screen: z.object({ width: z.int(), height: z.int() }).optional(),
    printer: z.enum(printerStates).optional(),
    problems: z.array(z.string().max(200)).max(10).optional(),
  })
  .meta({ id: 'Heartbeat' });
export const HeartbeatAnswer = z
  .object({ now: Instant, configVersion: z.int(), clock: ClockReading })
  .meta({ id: 'HeartbeatAnswer' });

/** `POST /api/admin/devices` */
export const DeviceCreate = z
  .strictObject({
    office: z.string().max(40),
    kind: DeviceKindSchema,
    name: z.string().min(1).max(80),
    settings: DeviceSettings.default({}),
  })
  .meta({ id: 'DeviceCreate' });
/** `POST /api/admin/devices/{id}/pairing-code` */
export const PairingCode = z.object({ code: z.string(), expiresAt: Instant }).meta({ id: 'PairingCode' });
export const DeviceRow = z
  .object({
    id: Id,
    office: z.string(),
    kind: DeviceKindSchema,
    name: z.string(),
    settings: DeviceSettings,
    state: z.enum(['unpaired', 'online', 'silent', 'revoked']),
    pairedAt: Instant.nullable(),
    lastHeardAt: Instant.nullable(),
    appVersion: z.string().nullable(),
    clockOffsetMs: z.int().nullable(),
    /** Version of the configuration that it should have, and the one it said it has. */
    config: z.object({ wanted: z.int(), acknowledged: z.int().nullable() }),
    screen: z.object({ width: z.int(), height: z.int() }).nullable(),
    printer: z.enum(printerStates).nullable(),
    problems: z.array(z.string()),
    /** What is wrong with it now. */
    alerts: z.array(z.enum(deviceAlertKinds)),
  })
  .meta({ id: 'DeviceRow' });

/** `PUT /api/admin/devices/{id}`: only what is named changes; the device gets the new configuration at once. */
export const DeviceUpdate = z
  .strictObject({ name: z.string().min(1).max(80).optional(), settings: DeviceSettings.optional() })
  .refine(({ name, settings }) => name !== undefined || settings !== undefined, 'name a change')
  .meta({ id: 'DeviceUpdate' });

/** Answer of a command to a device: was it connected at that moment? */
export const DeviceReached = z.object({ reached: z.boolean() }).meta({ id: 'DeviceReached' });

/** Types of a picture, told apart by their first bytes. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** Bytes of a picture at most. */
export const pictureBytes = 700_000;

/** `POST /api/device/picture`: what the screen shows, drawn by its page, in base64. */
export const PictureUpload = z
  .strictObject({
    requestId: Id,
    type: z.enum(pictureTypes),
    data: z.base64().max(Math.ceil(pictureBytes / 3) * 4),
  })
  .meta({ id: 'PictureUpload' });

/** `GET /api/admin/devices/{id}/picture`: asked = the device has not sent it (yet). Kept for ten minutes. */
export const DevicePicture = z
  .object({
    state: z.enum(['none', 'asked', 'there']),
    askedAt: Instant.nullable(),
    takenAt: Instant.nullable(),
    type: z.enum(pictureTypes).nullable(),
    /** base64 */
    data: z.string().nullable(),
  })
  .meta({ id: 'DevicePicture' });

/** Something wrong with a device, from its beginning to its end. */
export const DeviceAlert = z
  .object({
    id: Id,
    deviceId: Id,
    deviceName: z.string(),
    office: z.string(),
    kind: z.enum(deviceAlertKinds),
    /** State of the printer; milliseconds by which the clock is off. */
    detail: z.string().nullable(),
    beganAt: Instant,
    endedAt: Instant.nullable(),
    seenAt: Instant.nullable(),
  })
  .meta({ id: 'DeviceAlert' });
