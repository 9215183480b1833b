import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Language } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../platform/clock/clock.ts';
import { localIso } from '../platform/clock/local-iso.ts';
import type { Config } from '../platform/config/config.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { TenantsService } from '../tenants/tenants.service.ts';
import { plainLinks, readDemo } from './installation.ts';
import { readLetters } from './letters.ts';
import { pageLanguage } from './page-language.ts';
import type { PageSender } from './page-sender.ts';
import type { Installation } from './resident-renderer.ts';

/** Tenant seconds per real second that the page may set, 0 = paused: up to 60. */
const Rate = z
  .string()
  .regex(/^(?:\d|[1-5]\d|60)$/)
  .transform(Number);
const ClockForm = z.object({ rate: Rate, lang: Language.catch('ko') });

/**
 * The start page of a demo: links that open paired screens, log-ins, the rehearsal's clock, and the letters that no mail
 * server took. Registered in the demo only, where everything that can be reached is an exercise: whoever opens the page
 * may turn the clock and read the letters.
 */
export function registerDemo(app: NestFastifyApplication, config: Config, pages: PageSender): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', (request, reply) =>
    pages.with(request, reply, async (renderer) => {
      const installation = await installationOf(app, config);
      const page = pages.represent(renderer.renderInstallation(installation, pageLanguage(request)));
      return pages.send(page, 'no-store', renderer, request, reply);
    }),
  );
  fastify.get('/demo/mail', (request, reply) =>
    pages.with(request, reply, async (renderer) => {
      const page = renderer.renderLetters(await readLetters(config.dataFolder), pageLanguage(request));
      return pages.send(pages.represent(page), 'no-store', renderer, request, reply);
    }),
  );
  fastify.post('/demo/clock', (request, reply) =>
    pages.with(request, reply, () => turnClock(app, config, pages, request, reply)),
  );
}

async function installationOf(app: NestFastifyApplication, config: Config): Promise<Installation> {
  const demo = await readDemo(config.dataFolder);
  if (!demo) return { links: plainLinks([]), logins: [], clock: null };
  return { links: demo.links, logins: demo.logins, clock: await clockOf(app, demo.tenant) };
}

async function clockOf(app: NestFastifyApplication, slug: string): Promise<Installation['clock']> {
  const tenant = await app.get(TenantsReader, { strict: false }).bySlug(slug);
  if (!tenant) return null;
  const clock = app.get(Clock);
  const scope = { tenantId: tenant.id };
  const anchor = await clock.anchorOf(scope);
  if (!anchor) return null;
  return {
    now: localIso(Math.floor((await clock.now(scope)) / 1000) * 1000, tenant.zone),
    zone: tenant.zone,
    rate: anchor.rate,
  };
}

async function turnClock(
  app: NestFastifyApplication,
  config: Config,
  pages: PageSender,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const form = ClockForm.safeParse(request.body);
  const demo = await readDemo(config.dataFolder);
  if (!form.success || !demo) return pages.notFound(request, reply);
  await app.get(TenantsService, { strict: false }).setClock({ tenant: demo.tenant, rate: form.data.rate });
  return reply.header('cache-control', 'no-store').redirect(`/?lang=${form.data.lang}`, 303);
}
