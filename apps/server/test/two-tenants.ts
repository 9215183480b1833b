import { deviceKinds, roles, type Role } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { png } from '../../../tools/testing/media-files.ts';
import { Database } from '../src/platform/database/database.ts';
import { Sealing } from '../src/platform/sealing/sealing.ts';
import type { TestApp } from './app.ts';
import { openDesk, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { fillTables } from './tenant-rows.ts';

/** Stands in every name of the other tenant, and nowhere else. */
export const mark = '뷁';
/** Printed numbers of the other tenant begin so. */
export const prefix = 'ZQ';

/** Who asks: headers of one kind of person or device of a tenant. */
export interface Credential {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A tenant in the middle of its day: two offices, people of every role, devices of every kind, a row in every table. */
export interface LivedTenant {
  readonly hall: TestHall;
  readonly tenantId: string;
  /** Slugs of its offices. */
  readonly offices: readonly [string, string];
  readonly secondOfficeId: string;
  readonly desk: Desk;
  readonly ticket: { readonly id: string; readonly token: string };
  /** One of every role, for all of the tenant. */
  readonly people: readonly Credential[];
  /** One of every role that may be limited, for the first office only. */
  readonly limited: readonly Credential[];
  readonly devices: readonly (Credential & { readonly id: string; readonly token: string })[];
  /** Idempotency-Key under which its desk called. */
  readonly usedKey: string;
  /** Tables in which its day left nothing, so that a row was made for them. */
  readonly filled: readonly string[];
}

/** An operator and a reader of a region belong to no tenant. */
const peopleRoles = roles.filter(
  (role): role is Exclude<Role, 'operator' | 'region'> => role !== 'operator' && role !== 'region',
);

export async function liveTenant(server: TestApp, offices: readonly [string, string], own = ''): Promise<LivedTenant> {
  const hall = await makeHall(server, { kind: 'rehearsal', mark: own, template: marked(offices[0], own) });
  const second = await hall.owner.call('officeCreate', { body: marked(offices[1], own) });
  const usedKey = `a-key-of-${offices[0]}-${randomUUID()}`;
  const { desk, ticket } = await someWork(hall, offices[0], usedKey, own);
  await secondOffice(hall, offices[1], own);
  for (const office of offices) {
    await screens(hall, office, own);
    await machine(hall, office, own);
  }
  const person = async (role: (typeof peopleRoles)[number], only: string[] = []) => {
    const { token } = await hall.person([role], only);
    return { name: only.length > 0 ? `${role} of one office` : role, headers: { authorization: `Bearer ${token}` } };
  };
  const people = await inTurn(peopleRoles, (role) => person(role));
  const limited = await inTurn(
    peopleRoles.filter((role) => role !== 'owner'),
    (role) => person(role, [offices[0]]),
  );
  const devices = await inTurn(deviceKinds, async (kind) => {
    const { id, token } = await hall.pair(kind);
    return { id, token, name: kind, headers: { authorization: `Device ${token}` } };
  });
  // The newest rows are the ones that tests may spoil: nobody's log-in hangs on them.
  await hall.person(['staff']);
  for (const kind of deviceKinds) await hall.pair(kind);
  const tenantId = await withSuperuser(server.database.superUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from tenant where slug = $1', [hall.slug]);
    return rows[0]?.id ?? '';
  });
  // A key that opens and seals, as every tenant in use has one; a made-up row would be none.
  await server.app
    .get(Database)
    .transaction({ tenantId }, (tx) => server.app.get(Sealing).seal(tx, 'mail.letter', 'text'));
  const filled = await withSuperuser(server.database.superUrl, (client) => fillTables(client, tenantId));
  return {
    hall,
    tenantId,
    offices,
    secondOfficeId: second.id,
    desk,
    ticket,
    people,
    limited,
    devices,
    usedKey,
    filled,
  };
}

const marked = (slug: string, own: string) => {
  const { services, counters, ...template } = officeTemplate({ slug });
  const number = own === '' ? '' : prefix;
  return {
    ...template,
    name: { ko: `시험구 민원실${own}` },
    address: `어딘가로 1${own}`,
    services: services.map((one) => ({
      ...one,
      name: { ko: `${one.name.ko}${own}` },
      numbers: { ...one.numbers, prefix: number },
    })),
    counters: (counters ?? []).map((one) => ({ ...one, name: { ko: `${one.name.ko}${own}` } })),
    announcements: [{ ko: `공지${own}` }],
  };
};

/** Tickets in every state, a counter at work, a stored answer. */
async function someWork(hall: TestHall, office: string, usedKey: string, own: string) {
  const ticket = await hall.draw('PASSPORT');
  const desk = await openDesk(hall, '3');
  for (const service of ['PASSPORT', 'FAMILY', 'MOVE', 'BUNDLE', 'PASSPORT']) await hall.draw(service);
  await desk.give('callNext', {}, usedKey);
  await desk.give('start');
  await desk.give('complete', { note: `메모${own}` });
  await desk.give('callNext');
  await desk.give('start');
  await desk.give('hold', { reason: `서류${own}` });
  await desk.give('callNext');
  const waiting = await hall.owner.call('staffIssue', {
    body: { office, serviceId: hall.services['PASSPORT'] ?? '' },
  });
  return { desk, ticket: { id: waiting.id, token: waiting.token }, first: ticket };
}

async function machine(hall: TestHall, office: string, own: string): Promise<void> {
  const hours = { allDay: true, onHolidays: true };
  const place = { ko: `정문 옆${own}` };
  await hall.owner.call('unmannedKioskCreate', { body: { code: `M-${office.toUpperCase()}`, office, place, hours } });
}

async function secondOffice(hall: TestHall, slug: string, own: string): Promise<void> {
  const there = await hall.owner.call('hall', { params: { office: slug } });
  const serviceId = there.services[0]?.id ?? '';
  for (let n = 0; n < 2; n += 1) await hall.owner.call('staffIssue', { body: { office: slug, serviceId } });
  await hall.owner.call('deviceCreate', { body: { office: slug, kind: 'display', name: `TV${own}` } });
  const { id } = await hall.owner.call('deviceCreate', { body: { office: slug, kind: 'kiosk', name: `발권기${own}` } });
  await hall.owner.call('pairingCode', { params: { id } });
  await hall.owner.call('counterOpen', { params: { id: there.counters[0]?.id ?? '' }, body: {} });
}

/** What an office shows beside its hall: their answers are checked, and rows that were made up would be no answer. */
async function screens({ owner }: TestHall, office: string, own: string): Promise<void> {
  const film = await owner.upload('mediaUpload', new Blob([new Uint8Array(png(4, 4))]), {
    query: { name: `${office}${own}.png` },
  });
  const items = [{ mediaId: film.id, seconds: 9 }];
  await owner.call('playlistCreate', {
    body: { office, name: `평소${own}`, places: ['display'], days: [1, 2, 3], items },
  });
  const regions = [{ kind: 'calls' as const, x: 0, y: 0, w: 24, h: 24 }];
  await owner.call('layoutCreate', {
    body: { office, name: `기본${own}`, screen: 'hall', orientation: 'landscape', regions, isDefault: true },
  });
  const kiosks = (await owner.call('kioskScreenList')).find((one) => one.office === office);
  const settings = { first: [], closedText: null, languages: [], promotionAfterSeconds: null };
  await owner.call('kioskScreenUpdate', {
    params: { id: kiosks?.id ?? '' },
    body: { version: kiosks?.version ?? 0, ...settings, greeting: { ko: `어서 오십시오${own}` } },
  });
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
