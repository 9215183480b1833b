import { Injectable, Logger } from '@nestjs/common';
import type { Board, Hall, PublicStatus, PublicTenant } from '@sunbeon/contract';
import { refuse } from '../platform/http/problem.ts';
import { positionsOf } from '@sunbeon/domain';
import { EventEmitter } from 'node:events';
import { compress, type Encoding } from '../platform/http/negotiation.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { TenantsReader, isPublic, type TenantSummary } from '../tenants/tenants.reader.ts';
import { asTicket } from '../hall/hall-draft.ts';
import { pickingCounters } from '../hall/hall-view.ts';
import type { BoardFacts } from './board-facts.ts';
import { presentBoard, presentStatus } from './board.presenter.ts';
import { BoardFactsReader } from './board-facts.reader.ts';
import { presentHall } from './hall.presenter.ts';
import { StatusHeaders } from './status-headers.ts';
import { TenantWatch } from './tenant-watch.ts';

/** An office as screens see it at one revision: built once, kept serialised, handed to all. */
export class BoardEntry {
  readonly status: PublicStatus;
  readonly json: Buffer;
  readonly etag: string;
  readonly headers: StatusHeaders;
  private readonly compressing: Partial<Record<Encoding, Promise<Buffer>>> = {};
  private readonly compressed: Partial<Record<Encoding, Buffer>> = {};
  private places: Map<string, number> | undefined;

  constructor(readonly facts: BoardFacts) {
    this.status = presentStatus(facts);
    this.json = Buffer.from(JSON.stringify(this.status));
    this.etag = `"${this.status.revision}-${Date.parse(this.status.source.asOf).toString(36)}"`;
    this.headers = new StatusHeaders(this.etag);
  }

  get tenant(): TenantSummary {
    return this.facts.tenant;
  }

  get officeId(): string {
    return this.facts.config.id;
  }

  board(): Board {
    return presentBoard(this.facts, this.status);
  }

  hall(): Hall {
    return presentHall(this.facts, this.status);
  }

  /** The status compressed, made once when first asked for. */
  encoded(encoding: Encoding): Promise<Buffer> {
    this.compressing[encoding] ??= compress(this.json, encoding, BROTLI_QUALITY).then((body) => {
      this.compressed[encoding] = body;
      return body;
    });
    return this.compressing[encoding];
  }

  /** The status compressed, if that was done already. */
  encodedNow(encoding: Encoding): Buffer | undefined {
    return this.compressed[encoding];
  }

  /** People whom the rules would call before a ticket, or null when it does not wait. */
  ahead(ticketId: string): number | null {
    this.places ??= this.countPlaces();
    return this.places.get(ticketId) ?? null;
  }

  private countPlaces(): Map<string, number> {
    const { config, live, tickets, now } = this.facts;
    const waiting = tickets.filter(({ state }) => state === 'waiting').map(asTicket);
    return positionsOf({ waiting, policy: config.policy, turns: live.turns }, pickingCounters(this.facts), now);
  }
}

/** What happens to boards: a new one of an office, and (from another node) that one is out of date. */
interface BoardEvents {
  board: [BoardEntry];
}

interface Slot {
  entry: BoardEntry | undefined;
  stale: boolean;
  building: Promise<BoardEntry | undefined> | undefined;
  checkedAt: number;
  tenant: TenantSummary;
  builtAt: number;
  timer: NodeJS.Timeout | undefined;
}

/** A status lives for seconds. */
const BROTLI_QUALITY = 5;
/** Boards of a busy office are built at most this often; calls do not wait for them. */
const PAUSE_MS = 150;
/** With several nodes a board is trusted so long without word from the others. */
const TRUST_MS = 1_000;

/**
 * The newest board of every office that anybody looks at. Commands mark it out of date after their commit; it is
 * built again when somebody watches, else when somebody asks.
 */
@Injectable()
export class BoardsReader {
  private readonly logger = new Logger(BoardsReader.name);
  private readonly slots = new Map<string, Slot>();
  private readonly bySlug = new Map<string, string>();
  private readonly watchers = new Map<string, number>();
  readonly events = new EventEmitter<BoardEvents>().setMaxListeners(0);
  /** True when other nodes change halls, too: then no board is trusted for longer than a second. */
  shared = false;

  constructor(
    private readonly reader: BoardFactsReader,
    private readonly tenants: TenantsReader,
    private readonly offices: OfficesReader,
    private readonly tenantWatch: TenantWatch,
  ) {
    this.tenantWatch.watch(() => this.watchedTenants());
  }

  /** The newest board without asking the database, when it is sure to be the newest; else undefined: then `find`. */
  ready(tenantSlug: string, officeSlug: string): BoardEntry | undefined {
    return this.readyAt(`${tenantSlug}/${officeSlug}`);
  }

  /** As `ready`, by the public address `tenant/office`. */
  readyAt(address: string): BoardEntry | undefined {
    const slot = this.slotAt(address);
    return slot && this.tenantWatch.isKnownPublic(slot.tenant.id) ? slot.entry : undefined;
  }

  /** The slot of an address when its board is sure to be the newest. */
  private slotAt(address: string): Slot | undefined {
    const officeId = this.bySlug.get(address);
    const slot = officeId === undefined ? undefined : this.slots.get(officeId);
    if (!slot || slot.stale || (this.shared && Date.now() - slot.checkedAt > TRUST_MS)) return undefined;
    return slot;
  }

  /** The newest board of an office by its public address, or undefined when there is none. */
  async find(tenantSlug: string, officeSlug: string): Promise<BoardEntry | undefined> {
    const slot = this.slotAt(`${tenantSlug}/${officeSlug}`);
    if (slot?.entry) return (await this.tenantWatch.allows(slot.tenant.id)) ? slot.entry : undefined;
    const tenant = await this.tenants.bySlug(tenantSlug);
    if (!tenant || !isPublic(tenant)) return undefined;
    const office = await this.offices.officeBySlug({ tenantId: tenant.id }, officeSlug);
    if (!office) return undefined;
    this.bySlug.set(`${tenantSlug}/${officeSlug}`, office.id);
    await this.tenantWatch.allows(tenant.id);
    return this.of(tenant, office.id);
  }

  /**
   * A tenant's offices with their levels.
   * @throws not_found
   */
  async tenant(slug: string): Promise<PublicTenant> {
    const tenant = await this.tenants.bySlug(slug);
    if (!tenant || !isPublic(tenant)) return refuse('not_found');
    const offices = await this.offices.officesOf({ tenantId: tenant.id });
    const entries = await Promise.all(offices.map(({ id }) => this.of(tenant, id)));
    const found = entries.filter((entry) => entry !== undefined);
    return { tenant: tenant.slug, name: tenant.name, offices: found.map(presentOffice) };
  }

  /** The newest board of an office by its id. */
  async of(tenant: TenantSummary, officeId: string): Promise<BoardEntry | undefined> {
    const slot = this.slot(tenant, officeId);
    const trusted = !this.shared || Date.now() - slot.checkedAt <= TRUST_MS;
    return slot.entry && !slot.stale && trusted ? slot.entry : this.build(officeId, slot);
  }

  /** Somebody watches this office from now on; call the returned function when they leave. */
  watch(officeId: string): () => void {
    this.watchers.set(officeId, (this.watchers.get(officeId) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const count = (this.watchers.get(officeId) ?? 1) - 1;
      if (count === 0) this.watchers.delete(officeId);
      else this.watchers.set(officeId, count);
    };
  }

  private *watchedTenants(): Iterable<string> {
    for (const officeId of this.watchers.keys()) {
      const slot = this.slots.get(officeId);
      if (slot) yield slot.tenant.id;
    }
  }

  /** Calls once when residents may see the tenant no more. @returns a function that stops asking */
  onHidden(tenantId: string, work: () => void): () => void {
    const listener = (hidden: string) => hidden === tenantId && work();
    this.tenantWatch.events.on('hidden', listener);
    return () => this.tenantWatch.events.off('hidden', listener);
  }

  /** The office changed: its board is out of date, and is built again soon when somebody watches. */
  changed(officeId: string): void {
    const slot = this.slots.get(officeId);
    if (!slot) return;
    slot.stale = true;
    if (!this.watchers.has(officeId) || slot.timer) return;
    const pause = Math.max(0, slot.builtAt + PAUSE_MS - Date.now());
    slot.timer = setTimeout(() => {
      slot.timer = undefined;
      void this.build(officeId, slot).catch((error: Error) => this.retry(officeId, slot, error));
    }, pause);
  }

  /** Any office that somebody watches may have changed: nobody would have told. */
  watchedChanged(): void {
    for (const officeId of this.watchers.keys()) this.changed(officeId);
  }

  /** As `changed`, unless the board at hand shows this revision already. */
  changedTo(officeId: string, revision: number): void {
    const entry = this.slots.get(officeId)?.entry;
    if (!entry || entry.status.revision < revision) this.changed(officeId);
  }

  private retry(officeId: string, slot: Slot, error: Error): void {
    this.logger.warn({ msg: 'board could not be built; it is tried again', officeId, reason: error.message });
    slot.builtAt = Date.now() + 500;
    this.changed(officeId);
  }

  private slot(tenant: TenantSummary, officeId: string): Slot {
    let slot = this.slots.get(officeId);
    if (!slot) {
      slot = { entry: undefined, stale: true, building: undefined, checkedAt: 0, tenant, builtAt: 0, timer: undefined };
      this.slots.set(officeId, slot);
    }
    slot.tenant = tenant;
    return slot;
  }

  /** One build at a time per office; whoever comes while one runs that began before the change gets the next one. */
  private build(officeId: string, slot: Slot): Promise<BoardEntry | undefined> {
    if (slot.building) return slot.building.then(() => (slot.stale ? this.build(officeId, slot) : slot.entry));
    slot.stale = false;
    slot.building = this.read(officeId, slot).finally(() => {
      slot.building = undefined;
    });
    return slot.building;
  }

  private async read(officeId: string, slot: Slot): Promise<BoardEntry | undefined> {
    try {
      const facts = await this.reader.facts(slot.tenant, officeId);
      if (!facts) return undefined;
      slot.builtAt = slot.checkedAt = Date.now();
      const entry = new BoardEntry(facts);
      const news = !slot.entry || entry.etag !== slot.entry.etag;
      if (news && !isOlder(entry, slot.entry)) slot.entry = entry;
      if (news) this.events.emit('board', entry);
      return slot.entry;
    } catch (error) {
      slot.stale = true;
      throw error;
    }
  }
}

function presentOffice({ status, facts }: BoardEntry): PublicTenant['offices'][number] {
  const { slug, name, openNow, opensAt, closesAt } = status.office;
  return { slug, name, address: facts.config.address, openNow, opensAt, closesAt, level: status.level };
}

function isOlder(entry: BoardEntry, than: BoardEntry | undefined): boolean {
  return than !== undefined && entry.status.revision < than.status.revision;
}
