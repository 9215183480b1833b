import { z } from 'zod';
import { Id, Instant, Slug } from './basics.ts';
import { AnnouncementLevel, AnnouncementPlace } from './public.ts';

const line = z.string().trim().max(200);
const AnnouncementText = z.strictObject({
  ko: line.min(1),
  en: line.optional(),
  zh: line.optional(),
  ja: line.optional(),
  vi: line.optional(),
});

/** An announcement as people write it. `startsAt` left out = at once; `endsAt` null = until somebody ends it. */
const wish = {
  /** Korean at least; readers of the other languages fall back to it. */
  text: AnnouncementText,
  level: AnnouncementLevel.default('notice'),
  places: z.array(AnnouncementPlace).min(1).max(4),
  startsAt: Instant.optional(),
  endsAt: Instant.nullable().default(null),
} as const;
const inOrder = ({ startsAt, endsAt }: { startsAt?: string | undefined; endsAt: string | null }) =>
  startsAt === undefined || endsAt === null || Date.parse(startsAt) < Date.parse(endsAt);
const order = { error: 'endsAt: after startsAt', path: ['endsAt'] };

/** `POST /api/admin/announcements`: `office` null = on the screens of all offices. */
export const AnnouncementCreate = z.strictObject({ office: Slug.nullable(), ...wish }).refine(inOrder, order);
/** `PUT /api/admin/announcements/{id}`: the whole announcement anew; where it stands cannot be changed. */
export const AnnouncementUpdate = z.strictObject(wish).refine(inOrder, order);

export const announcementStates = ['planned', 'shown', 'ended'] as const;

/** An announcement as those see it who manage it. */
export const Announcement = z
  .object({
    id: Id,
    /** Slug of the office; null = all offices. */
    office: z.string().nullable(),
    text: z.object(AnnouncementText.shape),
    level: AnnouncementLevel,
    places: z.array(AnnouncementPlace),
    startsAt: Instant,
    endsAt: Instant.nullable(),
    state: z.enum(announcementStates),
  })
  .meta({ id: 'Announcement' });
export type Announcement = z.infer<typeof Announcement>;
