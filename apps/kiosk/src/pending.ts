import { newKey, type Client, type CallOptions } from '@sunbeon/client';
import type { IssuedTicket, KioskIssue } from '@sunbeon/contract';

/** A ticket asked for whose outcome is not known yet. It survives a restart of the kiosk, without a phone number. */
export interface Pending {
  readonly key: string;
  readonly body: KioskIssue;
  readonly askedAtMs: number;
  /** The visitor has gone: a ticket that comes of it is given back. */
  readonly abandoned: boolean;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** After a restart the visitor is taken to be still there for so long. */
const stillThereMs = 60_000;
/** The server keeps keys for 24 hours; after that asking again would draw a second ticket. */
const keyLifeMs = 23 * 3_600_000;

/** Asks for tickets so that a number is neither lost nor drawn twice, whatever happens to the line or to this kiosk. */
export class TicketDesk {
  private readonly contacts = new Map<string, { phone: string; consentVersion: number }>();

  constructor(
    private readonly client: Client,
    private readonly place: Place,
    private readonly storageKey: string,
  ) {}

  /** A phone number is kept in memory only, and no longer than the answer takes: the disk of a kiosk is anybody's. */
  begin({ phone, consentVersion, ...body }: KioskIssue): Pending {
    const pending = { key: newKey(), body, askedAtMs: Date.now(), abandoned: false };
    if (phone !== undefined && consentVersion !== undefined) this.contacts.set(pending.key, { phone, consentVersion });
    this.write([...this.read(), pending]);
    return pending;
  }

  /** Asks with the pending key until the outcome is clear; a ticket nobody waits for any more is given back: null. */
  async settle(pending: Pending, onUnclear?: CallOptions['onUnclear']): Promise<IssuedTicket | null> {
    const { key } = pending;
    const body = { ...pending.body, ...this.contacts.get(key) };
    try {
      const ticket = await this.client.call('kioskIssue', {
        body,
        idempotencyKey: key,
        ...(onUnclear && { onUnclear }),
      });
      if (!this.isAbandoned(key)) return ticket;
      await this.giveBack(ticket);
      return null;
    } finally {
      this.contacts.delete(key);
      this.write(this.read().filter((one) => one.key !== key));
    }
  }

  /** The visitor left while the outcome was unclear. */
  abandon(key: string): void {
    this.contacts.delete(key);
    this.write(this.read().map((one) => (one.key === key ? { ...one, abandoned: true } : one)));
  }

  /** After a restart: what to go on waiting for in front of the visitor; the rest is settled and given back here. */
  recover(nowMs = Date.now()): Pending | null {
    const all = this.read().filter((one) => nowMs - one.askedAtMs < keyLifeMs);
    const fresh = all.findLast((one) => !one.abandoned && nowMs - one.askedAtMs < stillThereMs) ?? null;
    this.write(all.map((one) => (one === fresh ? one : { ...one, abandoned: true })));
    for (const one of all) if (one !== fresh) this.settle(one).catch(() => undefined);
    return fresh;
  }

  private isAbandoned(key: string): boolean {
    return this.read().some((one) => one.key === key && one.abandoned);
  }

  /** The cancelling needs no key: a ticket cancelled twice is refused, which is as clear. */
  private async giveBack(ticket: IssuedTicket): Promise<void> {
    const giveUp = { params: { token: ticket.token }, idempotencyKey: newKey(), patienceMs: 600_000 };
    await this.client.call('publicTicketCancel', giveUp).catch(() => undefined);
  }

  private read(): Pending[] {
    try {
      const stored: unknown = JSON.parse(this.place.getItem(this.storageKey) ?? '[]');
      return Array.isArray(stored) ? (stored as Pending[]) : [];
    } catch {
      return [];
    }
  }

  private write(all: readonly Pending[]): void {
    if (all.length === 0) this.place.removeItem(this.storageKey);
    else this.place.setItem(this.storageKey, JSON.stringify(all));
  }
}
