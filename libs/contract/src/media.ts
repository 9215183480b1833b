import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Version } from './office-settings.ts';

/** What may be put up on screens. A type is read from the first bytes of a file, never from its name. */
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm'] as const;
export type MediaType = (typeof mediaTypes)[number];
export const mediaKinds = ['image', 'video'] as const;

/** Bytes of one picture or film at most, and pixels of the longer side of a picture. */
export const mediaLimits = { image: 5 * 1_048_576, video: 20 * 1_048_576, side: 8_192 } as const;

/** Name of a file as people know it; never part of an address. */
export const MediaName = z.string().trim().min(1).max(120);

/** `POST /api/admin/media?name=…`; the body is the file itself. */
export const MediaUpload = z.strictObject({ name: MediaName });

/** A picture or film of the tenant. Its bytes never change: another file is another one. */
export const MediaRow = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(mediaKinds),
    type: z.enum(mediaTypes),
    bytes: z.int(),
    /** Pixels, of pictures as they are shown. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    /** Of films that say so. */
    seconds: z.number().nullable(),
    createdAt: Instant,
    /** Null = offered for playlists. */
    archivedAt: Instant.nullable(),
    version: Version,
    /** Names of the playlists that play it, with their offices. */
    uses: z.array(z.object({ playlistId: Id, playlist: z.string(), office: z.string() })),
  })
  .meta({ id: 'MediaRow' });
export type MediaRow = z.infer<typeof MediaRow>;

export const mediaSorts = ['name', 'bytes', 'createdAt'] as const;

/** `GET /api/admin/media`: a page of the library, the newest first unless said. */
export const MediaQuery = z.strictObject({
  /** Part of the name. */
  search: z.string().trim().max(120).optional(),
  kind: z.enum(mediaKinds).optional(),
  /** Those that were archived, instead of the others. */
  archived: z.enum(['true', 'false']).default('false'),
  sort: z.enum(mediaSorts).default('createdAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MediaQuery = z.output<typeof MediaQuery>;

export const MediaPage = z
  .object({
    rows: z.array(MediaRow),
    total: z.int(),
    /** Bytes of all files of the tenant, archived ones too, and how many they may be. */
    storage: z.object({ used: z.int(), limit: z.int() }),
  })
  .meta({ id: 'MediaPage' });
export type MediaPage = z.infer<typeof MediaPage>;

/** `PUT /api/admin/media/{id}` */
export const MediaUpdate = z.strictObject({ name: MediaName, version: Version }).meta({ id: 'MediaUpdate' });
