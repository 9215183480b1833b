import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Reason } from './audit.ts';

/** `POST /api/admin/export`: all of the tenant's data in one archive (docs/export.md), made by a job. */
export const ExportAsk = z
  .strictObject({
    reason: Reason,
    /** The asker's own password, again. */
    password: z.string().min(1).max(200),
    /** With e-mails, names and phone numbers; without it they are left out. */
    personal: z.boolean().default(false),
  })
  .meta({ id: 'ExportAsk' });

/** asked = being made; ready = waits for who asked for it; taken = fetched, and gone; expired, failed = ask again. */
export const exportStates = ['asked', 'ready', 'taken', 'expired', 'failed'] as const;

export const ExportRow = z
  .object({
    id: Id,
    state: z.enum(exportStates),
    askedBy: Id,
    askedAt: Instant,
    reason: z.string(),
    personal: z.boolean(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    rows: z.int().nullable(),
    readyAt: Instant.nullable(),
    expiresAt: Instant,
    takenAt: Instant.nullable(),
  })
  .meta({ id: 'ExportRow' });

/** `POST /api/admin/exports/{id}/download`: the code came by e-mail; it works once, for a day, for who asked. */
export const ExportDownload = z.strictObject({ code: z.string().min(1).max(200) }).meta({ id: 'ExportDownload' });
