import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { TenantsReader, isPublic, isServed } from '../tenants/tenants.reader.ts';

/** With the two and a half seconds for which a tenant is kept, a change of its status is seen everywhere within five. */
const LOOK_MS = 2_000;
/** A database that is slow to answer keeps nobody from a status that is at hand. */
const PATIENCE_MS = 300;

interface Seen {
  isPublic: boolean;
  at: number;
  looking: Promise<void> | undefined;
}

interface TenantWatchEvents {
  /** Residents see no page of this tenant any more. */
  hidden: [tenantId: string];
  /** Its halls rest: neither screens nor staff are served. */
  resting: [tenantId: string];
}

/**
 * Whether tenants may still be shown and served, on this node: asked before what was kept is handed out, and looked at by
 * itself for those that somebody watches. While the database is away everything stays as it was.
 */
@Injectable()
export class TenantWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('tenants');
  private readonly seen = new Map<string, Seen>();
  private watched: () => Iterable<string> = () => [];
  private timer: NodeJS.Timeout | undefined;
  readonly events = new EventEmitter<TenantWatchEvents>().setMaxListeners(0);

  constructor(private readonly tenants: TenantsReader) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.lookAtAll(), LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @param watched ids of the tenants that somebody on this node watches */
  watch(watched: () => Iterable<string>): void {
    this.watched = watched;
  }

  /** True when the tenant's pages are known to be public right now; false = ask `allows`. */
  isKnownPublic(tenantId: string): boolean {
    const known = this.seen.get(tenantId);
    return known !== undefined && known.isPublic && Date.now() - known.at < LOOK_MS;
  }

  /** Looks when it is time, and says what is known then. */
  async allows(tenantId: string): Promise<boolean> {
    const known = this.seen.get(tenantId) ?? { isPublic: true, at: 0, looking: undefined };
    this.seen.set(tenantId, known);
    if (Date.now() - known.at >= LOOK_MS) {
      known.looking ??= this.look(tenantId, known);
      await Promise.race([known.looking, pause(PATIENCE_MS)]);
    }
    return known.isPublic;
  }

  private async look(tenantId: string, known: Seen): Promise<void> {
    try {
      const tenant = await this.tenants.byId({ tenantId });
      known.isPublic = tenant !== undefined && isPublic(tenant);
    } catch (error) {
      this.logger.warn({ msg: 'a tenant could not be looked at', tenantId, reason: (error as Error).message });
    } finally {
      known.at = Date.now();
      known.looking = undefined;
    }
  }

  private async lookAtAll(): Promise<void> {
    for (const tenantId of new Set(this.watched())) {
      const tenant = await this.tenants.byId({ tenantId }).catch(() => undefined);
      if (tenant && !isPublic(tenant)) this.events.emit('hidden', tenantId);
      if (tenant && !isServed(tenant)) this.events.emit('resting', tenantId);
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
