import { createClient, type Client } from '@sunbeon/client';
import type { PublicStatus, RelayEvent } from '@sunbeon/contract';
import { Client as Postgres } from 'pg';
import type { TestApp } from './app.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';

/** The instant at which the tests stand: a Monday morning in Seoul. */
export const now = Date.parse('2026-11-23T10:00:00+09:00');
export const at = (secondsAgo: number): string => new Date(now - secondsAgo * 1000).toISOString();

/** A district whose clock stands still; its offices are made one by one. */
export const makeDistrict = (server: TestApp): Promise<TestHall> =>
  makeHall(server, { kind: 'rehearsal', now: at(0), rate: 0 });

/** An office whose tickets come from hardware, with its relay. */
export interface RelayOffice {
  readonly slug: string;
  readonly relay: Client;
  readonly token: string;
  post(events: readonly unknown[]): Promise<{ id: string | null; result: string; code?: string | undefined }[]>;
  /** As soon as it is of that revision at least. */
  status(revision?: number): Promise<PublicStatus>;
}

let offices = 0;

export async function makeRelayOffice(
  server: TestApp,
  district: TestHall,
  authority: 'hardware' | 'sunbeon' = 'hardware',
): Promise<RelayOffice> {
  offices += 1;
  const slug = `office-${offices}`;
  await district.owner.call('officeCreate', { body: officeTemplate({ slug, authority }) });
  const { id } = await district.owner.call('deviceCreate', { body: { office: slug, kind: 'relay', name: 'relay' } });
  const { code } = await district.owner.call('pairingCode', { params: { id } });
  const { token } = await createClient({ baseUrl: server.url }).call('pair', { body: { code } });
  const relay = createClient({ baseUrl: server.url, authorization: () => `Device ${token}`, timeoutMs: 30_000 });
  let newest = 0;
  return {
    slug,
    relay,
    token,
    async post(events) {
      const answer = await relay.call('relayEvents', { body: { events: [...events] } });
      newest = Math.max(newest, answer.revision);
      return answer.results;
    },
    async status(revision = newest) {
      for (let tries = 0; tries < 400; tries += 1) {
        const status = await createClient({ baseUrl: server.url }).call('publicStatus', {
          params: { tenant: district.slug, office: slug },
        });
        if (status.revision >= revision) return status;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`revision ${revision} never came`);
    },
  };
}

let ids = 0;
/** An event with an id of its own, some seconds ago. */
export function event(type: RelayEvent['type'], secondsAgo: number, rest: Partial<RelayEvent> = {}): RelayEvent {
  ids += 1;
  return { id: `e${ids}`, type, occurredAt: at(secondsAgo), ...rest };
}

/** What is stored, seen past the policies. */
export async function stored<T extends object>(server: TestApp, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Postgres(server.database.superUrl);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The status without what belongs to one office or to the order in which news came. */
export function essence({ services, counters }: PublicStatus) {
  const codeOf = new Map(services.map(({ id, code }) => [id, code]));
  return {
    services: services.map(({ code, waiting, openCounters, lastCalled }) => ({
      code,
      waiting,
      openCounters,
      lastCalled,
    })),
    counters: counters.map(({ number, state, calling }) => {
      return { number, state, calling: calling && { number: calling.number, service: codeOf.get(calling.serviceId) } };
    }),
  };
}
