import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { sha256 } from '../platform/auth/tokens.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { Mail } from '../platform/mail/mail.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { archive } from './archive.ts';
import { ExportsRepository, type ExportRecord } from './exports.repository.ts';

const due = statement('exports.due', 'select tenant_id as "tenantId", id from sys.exports_to_do()');
const PART_BYTES = 1_000_000;
const MOST_ATTEMPTS = 3;

interface Made {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** Makes archives, tells who asked for them, and forgets those that were fetched or not fetched for a day. */
@Injectable()
export class ExportsMaker implements OnModuleInit {
  private readonly logger = new Logger('exports');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly repository: ExportsRepository,
    private readonly sealing: Sealing,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('exports.make', () => this.makeAll());
  }

  /** One archive that cannot even be begun does not keep the others waiting. */
  async makeAll(): Promise<void> {
    for (const { tenantId, id } of await this.database.system<{ tenantId: string; id: string }>(due)) {
      try {
        await this.workOff({ tenantId }, id);
      } catch (error) {
        this.logger.error({ msg: 'an archive could not be worked off', tenantId, id, err: error });
      }
    }
  }

  private async workOff(scope: TenantScope, id: string): Promise<void> {
    const asked = await this.database.transaction(scope, (tx) => this.repository.claim(tx, id));
    if (asked) await this.make(scope, asked);
    else await this.forget(scope, id);
  }

  private async make(scope: TenantScope, asked: ExportRecord): Promise<void> {
    try {
      await this.finish(scope, asked, await this.write(scope, asked));
    } catch (error) {
      this.logger.error({ msg: 'an archive could not be made', ...scope, attempt: asked.attempts, err: error });
      await this.database.transaction(scope, (tx) => this.repository.dropParts(tx, asked.id));
      if (asked.attempts < MOST_ATTEMPTS) return;
      await this.database.transaction(scope, (tx) => this.repository.failed(tx, asked.id));
    }
  }

  /** Reads in one long snapshot; parts are stored by short transactions beside it. */
  private async write(scope: TenantScope, { id, personal }: ExportRecord): Promise<Made> {
    await this.database.transaction(scope, (tx) => this.repository.dropParts(tx, id));
    return this.database.snapshot(scope, async (tx) => {
      const tenant = await this.repository.tenant(tx);
      const facts = { exportId: id, tenant, madeAt: iso(Date.now()), personal };
      const goOn = () => this.database.transaction(scope, (other) => this.repository.goOn(other, id));
      const { stream, rows } = archive(tx, facts, this.sealing, goOn);
      const hash = createHash('sha256');
      let bytes = 0;
      let part = 0;
      await pipeline(Readable.from(stream), createGzip(), inParts, async (parts: AsyncIterable<Buffer>) => {
        for await (const data of parts) {
          hash.update(data);
          bytes += data.length;
          await this.database.transaction(scope, (other) => this.repository.addPart(other, id, part, data));
          part += 1;
        }
      });
      return { bytes, sha256: hash.digest('hex'), rows: await rows };
    });
  }

  private async finish(scope: TenantScope, asked: ExportRecord, made: Made): Promise<void> {
    const code = randomBytes(24).toString('base64url');
    await this.database.transaction(scope, async (tx) => {
      await this.repository.ready(tx, asked.id, { ...made, codeHash: sha256(code) });
      const person = await this.repository.requester(tx, asked.askedBy);
      const link = `${this.config.http.publicUrl?.replace(/\/+$/, '') ?? ''}/console/#/exports/${asked.id}?code=${code}`;
      if (person) {
        const { email, name } = person;
        const institution = (await this.repository.tenant(tx)).name;
        await this.mail.post(tx, await this.texts.letter(tx, 'export_ready', email, { name, institution, link }));
      }
      const target = { kind: 'export', id: asked.id };
      await this.audit.record(tx, { action: 'export.make', target, after: { ...made, personal: asked.personal } });
    });
  }

  /** Parts of an archive that was fetched, or whose day is over. */
  private async forget(scope: TenantScope, id: string): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      const row = await this.repository.read(tx, id);
      if (row?.stored && row.state !== 'asked') await this.repository.dropParts(tx, id);
    });
  }
}

/** Pieces of a megabyte, out of pieces as they come. */
async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    held.push(piece);
    size += piece.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
