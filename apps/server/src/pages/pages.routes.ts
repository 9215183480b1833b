import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Slug, TicketToken } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BoardsReader } from '../boards/boards.reader.ts';
import { PublicTicketsService } from '../tickets/public-tickets.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { localIso } from '../platform/clock/local-iso.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { isPublic, isResting, TenantsReader } from '../tenants/tenants.reader.ts';
import { UnmannedKiosksReader } from '../unmanned-kiosks/unmanned-kiosks.reader.ts';
import { registerDemo } from './demo.routes.ts';
import { FrontEndFiles } from './front-end-files.ts';
import { frontEnds, registerFrontEnds } from './front-ends.routes.ts';
import { plainLinks } from './installation.ts';
import { OfficePages } from './office-pages.ts';
import { pageLanguage } from './page-language.ts';
import { isReserved, PageSender, pathOf } from './page-sender.ts';
import { ResidentFiles } from './resident-renderer.ts';
import { ShownMachines } from './shown-machines.ts';
import { TicketPages, type TicketRequest } from './ticket-pages.ts';

type TenantRequest = FastifyRequest<{ Params: { tenant: string } }>;
type OfficeRequest = FastifyRequest<{ Params: { tenant: string; office: string } }>;

/** As on the status that the page is made of. */
const CACHE = 'public, max-age=2, stale-while-revalidate=10';

/**
 * Pages for people and the files of the front ends: bare routes outside Nest's pipeline, made on the server and kept
 * per revision and language.
 */
export function registerPages(app: NestFastifyApplication): void {
  const config = app.get<Config>(CONFIG);
  const pages = new PageSender(new ResidentFiles(config.root, config.http.publicUrl?.replace(/\/+$/, '') ?? ''));
  registerFrontEnds(app, config.root, pages);
  registerSmallFiles(app, config);
  if (config.demo) registerDemo(app, config, pages);
  else registerLinks(app, config, pages);
  registerTickets(app, pages);
  registerOffices(app, pages);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => pages.notFound(request, reply));
}

function registerOffices(app: NestFastifyApplication, pages: PageSender): void {
  const fastify = app.getHttpAdapter().getInstance();
  const boards = app.get(BoardsReader);
  const kept = new OfficePages(pages);
  const machines = new ShownMachines(app.get(UnmannedKiosksReader, { strict: false }));
  fastify.get('/:tenant', (request, reply) => sendTenant(app, pages, request as TenantRequest, reply));
  fastify.get('/:tenant/:office', (raw, reply) => {
    const request = raw as OfficeRequest;
    const { tenant, office } = request.params;
    // "/seongdong/" is the tenant's page.
    if (office === '' && !isReserved(tenant)) return reply.redirect(pathOf(request).slice(0, -1), 308);
    if (!isSlug(tenant) || !Slug.safeParse(office).success) return pages.notFound(request, reply);
    return pages.with(request, reply, async (renderer) => {
      const entry = boards.ready(tenant, office) ?? (await boards.find(tenant, office));
      if (!entry) return notThere(app, tenant, pages, request, reply);
      const shown = await machines.of(entry.facts.tenant.id);
      const page = kept.pageOf(entry, shown, pageLanguage(request), renderer);
      return pages.send(page, CACHE, renderer, request, reply);
    });
  });
}

function sendTenant(
  app: NestFastifyApplication,
  pages: PageSender,
  request: TenantRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { tenant: slug } = request.params;
  if (!isSlug(slug)) return pages.notFound(request, reply);
  return pages.with(request, reply, async (renderer) => {
    const tenant = await app.get(TenantsReader, { strict: false }).bySlug(slug);
    if (!tenant || !isPublic(tenant)) return notThere(app, slug, pages, request, reply);
    const offices = await app.get(BoardsReader).tenant(slug);
    const at = localIso(await app.get(Clock).now({ tenantId: tenant.id }), tenant.zone);
    const extras = { at, zone: tenant.zone, rehearsal: tenant.kind === 'rehearsal' };
    const page = pages.represent(renderer.renderTenant(offices, extras, pageLanguage(request)));
    return pages.send(page, CACHE, renderer, request, reply);
  });
}

/** An institution whose use is suspended or over says so; whoever waits for a yes is not there yet. */
async function notThere(
  app: NestFastifyApplication,
  slug: string,
  pages: PageSender,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const tenant = await app.get(TenantsReader, { strict: false }).bySlug(slug);
  return tenant && isResting(tenant) ? pages.resting(request, reply) : pages.notFound(request, reply);
}

function registerTickets(app: NestFastifyApplication, pages: PageSender): void {
  const fastify = app.getHttpAdapter().getInstance();
  const tickets = new TicketPages(app.get(PublicTicketsService), app.get(TenantsReader, { strict: false }), pages);
  const known = ({ params }: TicketRequest) => TicketToken.safeParse(params.token).success;
  fastify.get('/t/:token', (raw, reply) => {
    const request = raw as TicketRequest;
    return known(request) ? tickets.show(request, reply) : tickets.unknown(request, reply);
  });
  for (const step of ['cancel', 'postpone'] as const) {
    fastify.post(`/t/:token/${step}`, (raw, reply) => {
      const request = raw as TicketRequest;
      return known(request) ? tickets.change(step, request, reply) : tickets.unknown(request, reply);
    });
  }
}

/** The start page of an installation that is no demo. */
function registerLinks(app: NestFastifyApplication, config: Config, pages: PageSender): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', (request, reply) =>
    pages.with(request, reply, (renderer) => {
      const built = frontEnds.filter((name) => existsSync(join(config.root, 'dist', name, 'index.html')));
      const installation = { links: plainLinks(built), logins: [], clock: null };
      const page = pages.represent(renderer.renderInstallation(installation, pageLanguage(request)));
      return pages.send(page, 'no-cache', renderer, request, reply);
    }),
  );
}

/** Tickets are nobody else's business; the rest of the pages may be found. */
const ROBOTS =
  'User-agent: *\nDisallow: /t/\nDisallow: /api/\nDisallow: /kiosk/\nDisallow: /counter/\nDisallow: /display/\n';

function registerSmallFiles(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const resident = new FrontEndFiles(join(config.root, 'dist/resident'));
  fastify.get('/robots.txt', (_request, reply) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(ROBOTS),
  );
  fastify.get('/favicon.ico', (_request, reply) => reply.redirect('/favicon.svg', 308));
  fastify.get('/favicon.svg', (request, reply) =>
    resident.has('favicon.svg') ? resident.send('favicon.svg', request, reply) : reply.status(404).send(),
  );
}

function isSlug(segment: string): boolean {
  return Slug.safeParse(segment).success && !isReserved(segment);
}
