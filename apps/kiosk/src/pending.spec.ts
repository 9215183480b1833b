import { describe, expect, it } from '@jest/globals';
import { ProblemError, type Client } from '@sunbeon/client';
import type { IssuedTicket } from '@sunbeon/contract';
import { TicketDesk } from './pending.ts';

/** The outside world: a server that keeps tickets by key, behind a line that may lose answers. */
class Office {
  readonly tickets = new Map<string, IssuedTicket>();
  readonly cancelled: string[] = [];
  readonly bodies: unknown[] = [];
  lost = 0;
  refuses: ProblemError | null = null;
  /** Holds answers back until released. */
  gate: Promise<void> = Promise.resolve();
  onLost: () => void = () => undefined;

  readonly client: Client = {
    download: () => Promise.reject(new Error('a kiosk fetches no files')),
    upload: () => Promise.reject(new Error('a kiosk fetches no files')),
    call: (async (
      name: string,
      input: { idempotencyKey: string; body?: unknown; params?: { token: string }; onUnclear?: () => void },
    ) => {
      if (name === 'publicTicketCancel') return void this.cancelled.push(input.params?.token ?? '');
      this.bodies.push(input.body);
      await this.gate;
      if (this.refuses) throw this.refuses;
      const number = String(100 + this.tickets.size + 1);
      const ticket = this.tickets.get(input.idempotencyKey) ?? ({ number, token: `t${number}` } as IssuedTicket);
      this.tickets.set(input.idempotencyKey, ticket);
      for (; this.lost > 0; this.lost -= 1) input.onUnclear?.();
      return ticket;
    }) as unknown as Client['call'],
  };
}

function storage() {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}
const key = 'pending';
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the ticket desk', () => {
  it('gives one ticket and keeps nothing of it', async () => {
    const [office, place] = [new Office(), storage()];
    const desk = new TicketDesk(office.client, place, key);
    expect((await desk.settle(desk.begin({ serviceId: 's' })))?.number).toBe('101');
    expect(place.getItem(key)).toBeNull();
  });

  it('shows the same number after the kiosk was restarted in between', async () => {
    const [office, place] = [new Office(), storage()];
    const before = new TicketDesk(office.client, place, key);
    const asked = before.begin({ serviceId: 's' });
    office.tickets.set(asked.key, { number: '777', token: 't777' } as IssuedTicket);
    const after = new TicketDesk(office.client, place, key);
    const left = after.recover();
    expect(left?.key).toBe(asked.key);
    expect(left && (await after.settle(left))?.number).toBe('777');
    expect(office.cancelled).toEqual([]);
    expect(after.recover()).toBeNull();
  });

  it('gives a ticket back that comes after its visitor has left', async () => {
    const [office, place] = [new Office(), storage()];
    const desk = new TicketDesk(office.client, place, key);
    let release = () => undefined as void;
    office.gate = new Promise((resolve) => (release = resolve));
    const pending = desk.begin({ serviceId: 's' });
    const outcome = desk.settle(pending);
    desk.abandon(pending.key);
    release();
    expect(await outcome).toBeNull();
    expect(office.cancelled).toEqual(['t101']);
    expect(place.getItem(key)).toBeNull();
  });

  it('gives back after a restart what nobody waits for any more', async () => {
    const [office, place] = [new Office(), storage()];
    new TicketDesk(office.client, place, key).begin({ serviceId: 's' });
    expect(new TicketDesk(office.client, place, key).recover(Date.now() + 61_000)).toBeNull();
    await settled();
    expect(office.cancelled).toEqual(['t101']);
    expect(place.getItem(key)).toBeNull();
  });

  it('does not ask with a key that the server has forgotten', async () => {
    const [office, place] = [new Office(), storage()];
    new TicketDesk(office.client, place, key).begin({ serviceId: 's' });
    expect(new TicketDesk(office.client, place, key).recover(Date.now() + 24 * 3_600_000)).toBeNull();
    await settled();
    expect(office.tickets.size).toBe(0);
  });

  it('forgets a request that was refused, and says why', async () => {
    const [office, place] = [new Office(), storage()];
    const desk = new TicketDesk(office.client, place, key);
    office.refuses = new ProblemError({ type: '', title: '', status: 409, code: 'quota_reached', traceId: 't' });
    await expect(desk.settle(desk.begin({ serviceId: 's' }))).rejects.toMatchObject({ code: 'quota_reached' });
    expect(desk.recover()).toBeNull();
  });

  it('asks with a phone number, and never writes it to the disk', async () => {
    const [office, place] = [new Office(), storage()];
    const desk = new TicketDesk(office.client, place, key);
    const contact = { phone: '01012345678', consentVersion: 3 };
    const pending = desk.begin({ serviceId: 's', ...contact });
    expect(place.getItem(key)).not.toContain('01012345678');
    await desk.settle(pending);
    expect(office.bodies).toEqual([{ serviceId: 's', ...contact }]);
    expect(JSON.stringify(desk)).not.toContain('01012345678');
  });

  it('sends again without the number after a restart, or once its visitor has left', async () => {
    const [office, place] = [new Office(), storage()];
    const contact = { phone: '01012345678', consentVersion: 3 };
    const before = new TicketDesk(office.client, place, key);
    const first = before.begin({ serviceId: 's', ...contact });
    const left = new TicketDesk(office.client, place, key).recover();
    if (left) await new TicketDesk(office.client, place, key).settle(left);
    before.abandon(first.key);
    await before.settle(first);
    expect(office.bodies).toEqual([{ serviceId: 's' }, { serviceId: 's' }]);
  });

  it('survives damaged storage', () => {
    const place = storage();
    place.setItem(key, '{"not": [a list');
    const desk = new TicketDesk(new Office().client, place, key);
    expect(desk.recover()).toBeNull();
    expect(desk.begin({ serviceId: 's' }).abandoned).toBe(false);
  });
});
