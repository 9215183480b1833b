import { Injectable, Module } from '@nestjs/common';
import type { MediaQuery, MediaType } from '@sunbeon/contract';
import { statement, type Statement, type Transaction } from '../platform/database/database.ts';

/** A file of the library as stored. Instants are epoch milliseconds. */
export interface MediaRecord {
  readonly id: string;
  readonly name: string;
  readonly type: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  readonly version: number;
  readonly uses: { readonly playlistId: string; readonly playlist: string; readonly office: string }[];
}

const columns = `m.id, m.name, m.type, m.bytes, m.sha256, m.width, m.height, m.seconds, m.created_at as "createdAt",
  m.archived_at as "archivedAt", m.version,
  (select coalesce(json_agg(json_build_object('playlistId', p.id, 'playlist', p.name, 'office', o.slug)
     order by o.slug, p.position, p.id), '[]')
   from playlist p join office o on o.tenant_id = p.tenant_id and o.id = p.office_id
   where p.tenant_id = m.tenant_id and exists (select from playlist_item i
     where i.tenant_id = m.tenant_id and i.playlist_id = p.id and i.media_id = m.id)) as uses`;

const where = `m.tenant_id = $1 and (m.archived_at is not null) = $2 and ($3::text is null or m.type like $3 || '/%')
  and ($4::text is null or position(lower($4) in lower(m.name)) > 0)`;
const count = statement(
  'media.count',
  `select count(*)::int as total,
     (select coalesce(sum(bytes), 0)::bigint from media where tenant_id = $1) as used from media m where ${where}`,
);

type Sort = `${MediaQuery['sort']} ${MediaQuery['order']}`;
const sortColumns = { name: 'm.name', bytes: 'm.bytes', createdAt: 'm.created_at' } as const;
const page = (sort: MediaQuery['sort'], order: MediaQuery['order']) =>
  statement(
    `media.page_${sort}_${order}`,
    `select ${columns} from media m where ${where} order by ${sortColumns[sort]} ${order}, m.id ${order} limit $5 offset $6`,
  );
const pages: Readonly<Record<Sort, Statement>> = {
  'name asc': page('name', 'asc'),
  'name desc': page('name', 'desc'),
  'bytes asc': page('bytes', 'asc'),
  'bytes desc': page('bytes', 'desc'),
  'createdAt asc': page('createdAt', 'asc'),
  'createdAt desc': page('createdAt', 'desc'),
};
const readOne = statement('media.one', `select ${columns} from media m where m.tenant_id = $1 and m.id = $2`);
const readPart = statement(
  'media.part',
  'select data from media_part where tenant_id = $1 and media_id = $2 and part = $3',
);

const isWhole = statement(
  'media.whole',
  'select true as whole from media_part where tenant_id = $1 and media_id = $2 and part = 0',
);

/** Reads of the media library. */
@Injectable()
export class MediaReader {
  async page(tx: Transaction, query: MediaQuery): Promise<{ rows: MediaRecord[]; total: number; used: number }> {
    const { search, kind, archived, sort, order, limit, offset } = query;
    const filter = [tx.scope.tenantId, archived === 'true', kind ?? null, search ? search : null];
    const counted = await tx.row<{ total: number; used: number }>(count, filter);
    const rows = await tx.rows<MediaRecord>(pages[`${sort} ${order}`], [...filter, limit, offset]);
    return { rows, total: counted?.total ?? 0, used: counted?.used ?? 0 };
  }

  one(tx: Transaction, id: string): Promise<MediaRecord | undefined> {
    return tx.row<MediaRecord>(readOne, [tx.scope.tenantId, id]);
  }

  /** Are its bytes there? */
  async hasBytes(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.rows(isWhole, [tx.scope.tenantId, id])).length > 0;
  }

  async part(tx: Transaction, id: string, part: number): Promise<Buffer | undefined> {
    return (await tx.row<{ data: Buffer }>(readPart, [tx.scope.tenantId, id, part]))?.data;
  }
}

/** For those who play files. */
@Module({ providers: [MediaReader], exports: [MediaReader] })
export class MediaReaderModule {}
