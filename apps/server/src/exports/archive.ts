import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { pack, type Pack } from 'tar-stream';
import type { Transaction } from '../platform/database/database.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import { archiveReadme, type ExportFacts } from './archive-readme.ts';
import { exportTables, type ExportTable } from './export-tables.ts';
import { tableLines } from './table-lines.ts';

/** Version of the format that docs/export.md describes. */
export const EXPORT_FORMAT = 1;

interface TableManifest {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly columns: readonly string[];
  /** Columns of the table that are not in the archive. */
  readonly leftOut: readonly string[];
}

/**
 * All data of the transaction's tenant as a tar: README.txt, manifest.json, and a file per table with a line of JSON per row.
 * Every table is read twice in the same snapshot, first for the figures of the manifest, so that a table of any size passes
 * through without a file and without being held in memory.
 * @param onTable called before each table, so that the maker can say that it is still at work
 * @returns the tar as a stream; and rows, once it has ended
 */
export function archive(
  tx: Transaction,
  facts: ExportFacts,
  sealing: Sealing,
  onTable: () => Promise<void>,
): { stream: AsyncIterable<Buffer>; rows: Promise<number> } {
  const tar = pack();
  const rows = write(tar, tx, facts, sealing, onTable);
  // Whoever reads the stream hears of the failure there.
  rows.catch((error: Error) => tar.destroy(error));
  return { stream: tar as AsyncIterable<Buffer>, rows };
}

async function write(
  tar: Pack,
  tx: Transaction,
  facts: ExportFacts,
  sealing: Sealing,
  onTable: () => Promise<void>,
): Promise<number> {
  const tables = await exportTables(tx, facts.personal);
  const manifests: TableManifest[] = [];
  for (const table of tables) {
    await onTable();
    manifests.push(await measured(tx, table, sealing));
  }
  const mtime = new Date(facts.madeAt);
  const content = { format: EXPORT_FORMAT, ...facts, tables: manifests };
  await addText(tar, 'README.txt', archiveReadme(facts), mtime);
  await addText(tar, 'manifest.json', `${JSON.stringify(content, null, 2)}\n`, mtime);
  for (const [index, table] of tables.entries()) {
    const manifest = manifests[index];
    if (!manifest) continue;
    await onTable();
    await add(tar, { name: manifest.file, size: manifest.bytes, mtime }, tableLines(tx, table, sealing));
  }
  tar.finalize();
  return manifests.reduce((total, { rows }) => total + rows, 0);
}

async function measured(tx: Transaction, table: ExportTable, sealing: Sealing): Promise<TableManifest> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  for await (const lines of tableLines(tx, table, sealing)) {
    hash.update(lines);
    bytes += Buffer.byteLength(lines);
    rows += lines.split('\n').length - 1;
  }
  const { name, columns, leftOut } = table;
  return { table: name, file: `data/${name}.ndjson`, rows, bytes, sha256: hash.digest('hex'), columns, leftOut };
}

async function addText(tar: Pack, name: string, text: string, mtime: Date): Promise<void> {
  await add(tar, { name, size: Buffer.byteLength(text), mtime }, [text]);
}

async function add(
  tar: Pack,
  header: { name: string; size: number; mtime: Date },
  parts: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry = tar.entry(header, (error) => (error ? reject(error) : resolve()));
  promise.catch(() => undefined); // a fault on the way is thrown below first
  for await (const part of parts)
    if (!entry.write(Buffer.from(part))) await Promise.race([once(entry, 'drain'), promise]);
  entry.end(undefined); // its types want to be told that nothing follows
  await promise;
}
