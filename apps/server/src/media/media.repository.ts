import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { MediaFile } from './media-file.ts';

/** Bytes in one row: little enough to be fetched on the way to a screen, and few rows for a film. */
export const partBytes = 262_144;

const lockTenant = statement('media.turn', 'select pg_advisory_xact_lock(hashtextextended($1, 18))');
const used = statement('media.used', 'select coalesce(sum(bytes), 0)::bigint as bytes from media where tenant_id = $1');
const insert = statement(
  'media.insert',
  `insert into media (tenant_id, id, name, type, bytes, sha256, width, height, seconds)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const insertPart = statement(
  'media.insert_part',
  'insert into media_part (tenant_id, media_id, part, data) values ($1, $2, $3, $4)',
);
const rename = statement(
  'media.rename',
  'update media set name = $4, version = version + 1 where tenant_id = $1 and id = $2 and version = $3 returning id',
);
const archive = statement(
  'media.archive',
  `update media set archived_at = case when $4::boolean then coalesce(archived_at, now()) end, version = version + 1
   where tenant_id = $1 and id = $2 and version = $3 returning id`,
);
const remove = statement(
  'media.remove',
  'delete from media where tenant_id = $1 and id = $2 and version = $3 returning id',
);

/** Writes of the media library. */
@Injectable()
export class MediaRepository {
  /** One after the other: two who fill the last megabyte at once do not both do it. @returns bytes used so far */
  async turn(tx: Transaction): Promise<number> {
    await tx.rows(lockTenant, [`media:${tx.scope.tenantId}`]);
    return (await tx.row<{ bytes: number }>(used, [tx.scope.tenantId]))?.bytes ?? 0;
  }

  async insert(tx: Transaction, id: string, name: string, file: MediaFile, sha256: string): Promise<void> {
    const { type, bytes, width, height, seconds } = file;
    await tx.rows(insert, [tx.scope.tenantId, id, name, type, bytes.length, sha256, width, height, seconds]);
    for (let part = 0; part * partBytes < bytes.length; part += 1) {
      const data = bytes.subarray(part * partBytes, (part + 1) * partBytes);
      await tx.rows(insertPart, [tx.scope.tenantId, id, part, data]);
    }
  }

  /** @returns false when it is another version by now */
  async rename(tx: Transaction, id: string, version: number, name: string): Promise<boolean> {
    return (await tx.rows(rename, [tx.scope.tenantId, id, version, name])).length > 0;
  }

  async archive(tx: Transaction, id: string, version: number, away: boolean): Promise<boolean> {
    return (await tx.rows(archive, [tx.scope.tenantId, id, version, away])).length > 0;
  }

  /** Its bytes go with it. */
  async remove(tx: Transaction, id: string, version: number): Promise<boolean> {
    return (await tx.rows(remove, [tx.scope.tenantId, id, version])).length > 0;
  }
}
