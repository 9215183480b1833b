import { Injectable } from '@nestjs/common';
import type { pictureTypes } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

type PictureType = (typeof pictureTypes)[number];

export interface StoredPicture {
  readonly askedAt: number;
  readonly takenAt: number | null;
  readonly type: PictureType | null;
  readonly bytes: Buffer | null;
}

// The clause of ten minutes stands in each statement: what the job has not deleted yet is out of reach all the same.
const fresh = `asked_at >= clock_timestamp() - interval '10 minutes'`;
const ask = statement(
  'devices.picture_ask',
  `insert into device_picture (tenant_id, device_id, id, asked_at, asked_by) values ($1, $2, $3, clock_timestamp(), $4)
   on conflict (tenant_id, device_id) do update set id = excluded.id, asked_at = excluded.asked_at,
     asked_by = excluded.asked_by, taken_at = null, type = null, data = null`,
);
const take = statement(
  'devices.picture_take',
  `update device_picture set taken_at = clock_timestamp(), type = $4, data = $5
   where tenant_id = $1 and device_id = $2 and id = $3 and taken_at is null and ${fresh} returning id`,
);
const read = statement(
  'devices.picture_read',
  `select asked_at as "askedAt", taken_at as "takenAt", type, data as bytes from device_picture
   where tenant_id = $1 and device_id = $2 and ${fresh}`,
);

/** The last picture of each device's screen. */
@Injectable()
export class DevicePictures {
  /** The one asked for before is forgotten. */
  async ask(tx: Transaction, wish: { id: string; deviceId: string; askedBy: string }): Promise<void> {
    await tx.rows(ask, [tx.scope.tenantId, wish.deviceId, wish.id, wish.askedBy]);
  }

  /** @returns false when this picture was not asked for, was sent already, or comes too late */
  async take(
    tx: Transaction,
    picture: { id: string; deviceId: string; type: PictureType; bytes: Buffer },
  ): Promise<boolean> {
    const { id, deviceId, type, bytes } = picture;
    return (await tx.rows(take, [tx.scope.tenantId, deviceId, id, type, bytes])).length > 0;
  }

  read(tx: Transaction, deviceId: string): Promise<StoredPicture | undefined> {
    return tx.row<StoredPicture>(read, [tx.scope.tenantId, deviceId]);
  }
}
