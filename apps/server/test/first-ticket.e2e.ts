import { createClient } from '@sunbeon/client';
import { setupTemplateCodes, type SetupTemplate } from '@sunbeon/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailCarrier } from '../src/platform/mail/mail.carrier.ts';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url });
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const always = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
);

describe('from sign-up to the first ticket', () => {
  it('one person gets there alone, by HTTP and one letter, while the application still waits', async () => {
    const baseUrl = test.url;
    const anybody = createClient({ baseUrl });
    const { terms } = await anybody.call('signupInfo');
    const contact = { name: '김민원', email: 'kim@seongdong.test' };
    const wish = { name: '성동구', slug: 'seongdong', areaCode: '1120000000', contact, terms: terms.version };
    expect(await anybody.call('signup', { body: wish })).toEqual({ sent: true });
    await test.app.get(MailCarrier).sendAll();
    const [letter] = await smtp.received(contact.email);
    const token = /#([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const password = 'four words of my own';
    const confirmed = await anybody.call('signupConfirm', { body: { token, password } });
    expect(confirmed.tenant.status).toBe('pending');

    // The owner's log-in; the second factor is set up on the way.
    const access = await tokenOf(test, { email: confirmed.email, password });
    const owner = createClient({ baseUrl, authorization: () => `Bearer ${access}` });
    const done = async () => {
      const { steps } = await owner.call('setup');
      return steps.filter((step) => step.done).map(({ step }) => step);
    };
    expect(await done()).toEqual([]);
    // The console's own list of first steps follows the same things, whoever did them and wherever.
    const open = async () => (await owner.call('firstRun')).steps.flatMap(({ step, done: is }) => (is ? [] : [step]));
    expect(await open()).toEqual(['office', 'services', 'counters', 'people', 'kiosk', 'ticket']);

    const templates = await owner.call('setupTemplates');
    expect(templates.map(({ code }) => code)).toEqual(setupTemplateCodes);
    const office = await owner.call('setupOffice', {
      body: {
        template: 'district_hall',
        name: '성동구 종합민원실',
        address: '서울특별시 성동구 고산자로 270',
        hours: { week: always, holidays: 'none' },
      },
    });
    expect(office).toMatchObject({ slug: 'main', services: 16, counters: 10 });
    expect(await done()).toEqual(['office', 'counters']);
    expect(await open()).toEqual(['people', 'kiosk', 'ticket']);
    const first = { slug: 'main', name: '성동구 종합민원실', counters: 10, services: 16, openNow: true };
    expect((await owner.call('setup')).office).toMatchObject(first);

    await owner.call('invitationCreate', {
      body: { email: 'lee@seongdong.test', name: '이민원', roles: ['staff'], offices: ['main'] },
    });
    expect(await done()).toEqual(['office', 'counters', 'staff']);

    const device = await owner.call('deviceCreate', { body: { office: 'main', kind: 'kiosk', name: '현관 발권기' } });
    expect((await owner.call('setup')).kiosk).toEqual({ id: device.id, name: '현관 발권기', paired: false });
    const { code } = await owner.call('pairingCode', { params: { id: device.id } });
    const paired = await anybody.call('pair', { body: { code } });
    expect(await done()).toEqual(['office', 'counters', 'staff', 'kiosk']);

    const kiosk = createClient({ baseUrl, authorization: () => `Device ${paired.token}` });
    const { services } = await kiosk.call('deviceConfig');
    const passport = services.find((service) => service.code === 'PASSPORT_APPLY');
    const ticket = await kiosk.call('kioskIssue', {
      body: { serviceId: passport?.id ?? '' },
      idempotencyKey: 'the-first-ticket-of-all',
    });
    expect(ticket.number).toBe('601');
    const through = await owner.call('firstRun');
    expect(through).toMatchObject({ done: true, aside: false });
    expect(through.steps.map(({ step, count }) => [step, count])).toEqual([
      ['office', 1],
      ['services', 16],
      ['counters', 10],
      ['people', 1],
      ['second_factor', 1],
      ['kiosk', 1],
      ['ticket', 1],
    ]);
    expect(await owner.call('firstRunAside', { body: { aside: true } })).toEqual({ ...through, aside: true });
    expect((await owner.call('firstRun')).aside).toBe(true);
    expect((await owner.call('firstRunAside', { body: { aside: false } })).aside).toBe(false);
    const { rows: written } = await owner.call('auditList', { query: { action: 'first_run.aside' } });
    expect(written.map(({ after }) => after)).toEqual([{ aside: false }, { aside: true }]);
    const progress = await owner.call('setup');
    expect(progress).toMatchObject({ done: true, tenant: { slug: 'seongdong', status: 'pending' } });
    // Nothing of it is public before the operator said yes.
    expect((await ask(test.app, 'GET /api/public/seongdong/main/status')).status).toBe(404);
  });
});

describe('a template', () => {
  let tenant: TestTenant;
  let templates: SetupTemplate[];
  beforeAll(async () => {
    tenant = await makeTenant(test, 'practice');
    templates = (await ask(test.app, 'GET /api/setup/templates', { token: tenant.ownerToken })).body as SetupTemplate[];
  });
  const make = (body: object) => ask(test.app, 'POST /api/setup/office', { token: tenant.ownerToken, body });
  const servicesOf = async (slug: string) => {
    const kiosk = await ask(test.app, 'POST /api/admin/devices', {
      token: tenant.ownerToken,
      body: { office: slug, kind: 'kiosk', name: 'k' },
    });
    const path = `POST /api/admin/devices/${kiosk.body.id as string}/pairing-code`;
    const { body } = await ask(test.app, path, { token: tenant.ownerToken });
    const paired = await ask(test.app, 'POST /api/devices/pair', { body: { code: body.code } });
    const config = await ask(test.app, 'GET /api/device/config', { device: paired.body.token as string });
    return config.body.services as { code: string; name: { ko: string; vi?: string } }[];
  };

  it.each(setupTemplateCodes)(
    '%s becomes an office as it is, with any number of counters',
    async (template) => {
      for (const counters of [undefined, 1, 2, 7, 30]) {
        const slug = `${template.replaceAll('_', '-')}-${counters ?? 'default'}`;
        const made = await make({ template, slug, name: '민원실', ...(counters && { counters }) });
        expect([made.status, made.body.counters]).toEqual([
          201,
          counters ?? templates.find(({ code }) => code === template)?.counters,
        ]);
        const hall = await ask(test.app, `GET /api/offices/${slug}/hall`, { token: tenant.ownerToken });
        const able = new Set(hall.body.counters.flatMap((one: { serviceIds: string[] }) => one.serviceIds));
        const ids = hall.body.services.map(({ id }: { id: string }) => id);
        expect(ids.filter((id: string) => !able.has(id))).toEqual([]); // nobody waits for a service that no counter does
      }
    },
    60_000,
  );

  it('takes changed names, numbers and minutes, keeps the other languages, and brings along what is needed', async () => {
    const services = [
      { code: 'PASSPORT_APPLY', name: '여권 신청', numbers: { prefix: 'P', from: 1, to: 99 }, targetMinutes: 9 },
      { code: 'NAME_CHANGE' },
    ];
    const made = await make({ template: 'district_hall', slug: 'changed', name: '민원실', services, counters: 2 });
    expect(made.body).toMatchObject({ services: 6, counters: 2 });
    const found = await servicesOf('changed');
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['PASSPORT_APPLY', 'NAME_CHANGE', 'FAMILY_REGISTER']),
    );
    expect(found.find(({ code }) => code === 'PASSPORT_APPLY')?.name).toMatchObject({
      ko: '여권 신청',
      vi: 'Nộp đơn xin hộ chiếu',
    });
  });

  it.each([
    ['an unknown template', { template: 'palace' }, 'body.template'],
    ['a service that it does not have', { services: [{ code: 'BULKY_WASTE' }] }, 'body.services.0.code'],
    [
      'numbers that overlap',
      { services: [{ code: 'CERTIFICATES' }, { code: 'MOVE_IN', numbers: { from: 150, to: 180 } }] },
      'body.services.1.numbers',
    ],
    ['a service twice', { services: [{ code: 'MOVE_IN' }, { code: 'MOVE_IN' }] }, 'body.services.1.code'],
    ['no service', { services: [] }, 'body.services'],
    ['no counter', { counters: 0 }, 'body.counters'],
    [
      'hours that overlap',
      { hours: { week: { '1': [{ from: '09:00', to: '18:00' }] }, night: { '1': [{ from: '17:00', to: '20:00' }] } } },
      'body.hours.night.1.0',
    ],
    ['no name', { name: ' ' }, 'body.name'],
  ])('%s is told with its place, and nothing is made', async (_, change, path) => {
    const { status, body } = await make({ template: 'district_hall', slug: 'wrong', name: '민원실', ...change });
    expect([status, body.code]).toEqual([422, 'validation']);
    expect(body.issues.map((one: { path: string }) => one.path)).toContain(path);
    expect((await ask(test.app, 'GET /api/offices/wrong/hall', { token: tenant.ownerToken })).status).toBe(404);
  });

  it('of a slug that is there already is refused', async () => {
    expect((await make({ template: 'town_office', slug: 'changed', name: '동' })).body.code).toBe('slug_taken');
  });

  it('shares no numbers among services that are not called from one roll', () => {
    for (const { services } of templates) {
      const ranges = [...new Set(services.map(({ numbers: n }) => `${n.prefix}:${n.from}:${n.to}`))].map((one) => {
        const [prefix = '', from, to] = one.split(':');
        return { prefix, from: Number(from), to: Number(to) };
      });
      for (const a of ranges)
        for (const b of ranges) if (a !== b && a.prefix === b.prefix) expect(a.to < b.from || b.to < a.from).toBe(true);
    }
  });
});
