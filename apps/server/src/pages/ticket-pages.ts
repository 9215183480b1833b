import { z } from 'zod';
import type { PublicTicket } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicTicketsService } from '../tickets/public-tickets.service.ts';
import { codeOf } from '../platform/http/problem.filter.ts';
import type { TenantsReader } from '../tenants/tenants.reader.ts';
import { pageLanguage } from './page-language.ts';
import type { PageSender } from './page-sender.ts';
import type { ResidentRenderer, TicketView } from './resident-renderer.ts';

export type TicketRequest = FastifyRequest<{ Params: { token: string }; Querystring: { step?: string } }>;
type Step = NonNullable<TicketView['step']>;

/** A ticket's page is for its holder: no cache keeps it. */
const CACHE = 'private, no-store';
const PostponeForm = z.object({ behind: z.coerce.number().int().min(1).max(20) });

/** The ticket's page, and the forms on it: what its script does, it does without one, too. */
export class TicketPages {
  constructor(
    private readonly tickets: PublicTicketsService,
    private readonly tenants: TenantsReader,
    private readonly pages: PageSender,
  ) {}

  show(request: TicketRequest, reply: FastifyReply): Promise<unknown> {
    const { step } = request.query;
    const asked: Step | null = step === 'cancel' || step === 'postpone' ? step : null;
    return this.withTicket(request, reply, (ticket, renderer) =>
      this.send({ ticket, step: asked, failure: null }, renderer, request, reply),
    );
  }

  /** Does what the form asks, then leads back to the ticket; a refusal is said on the page. */
  change(step: Step, request: TicketRequest, reply: FastifyReply): Promise<unknown> {
    return this.pages.with(request, reply, async (renderer) => {
      const failure = await this.tryChange(step, request);
      if (failure === 'not_found') return this.unknown(request, reply);
      const back = `/t/${encodeURIComponent(request.params.token)}?lang=${pageLanguage(request)}`;
      if (failure === null) return reply.header('cache-control', CACHE).redirect(back, 303);
      const ticket = await this.tickets.read(request.params.token);
      const status = failure === 'again' ? 422 : 409;
      return this.send({ ticket, step: null, failure }, renderer, request, reply.status(status));
    });
  }

  /** Unknown, malformed or of a day that is over: all alike; but for those of an institution that rests. */
  async unknown(request: TicketRequest, reply: FastifyReply): Promise<unknown> {
    if (await this.tickets.rests(request.params.token)) return this.pages.resting(request, reply);
    return this.pages.with(request, reply, (renderer) => {
      const html = renderer.renderNoTicket(request.params.token, pageLanguage(request));
      return this.pages.send(this.pages.represent(html), CACHE, renderer, request, reply.status(404));
    });
  }

  private withTicket(
    request: TicketRequest,
    reply: FastifyReply,
    work: (ticket: PublicTicket, renderer: ResidentRenderer) => Promise<unknown>,
  ): Promise<unknown> {
    return this.pages.with(request, reply, async (renderer) => {
      const ticket = await this.tickets.read(request.params.token).catch(orUnknown);
      return ticket === undefined ? this.unknown(request, reply) : work(ticket, renderer);
    });
  }

  private async tryChange(step: Step, request: TicketRequest): Promise<TicketView['failure'] | 'not_found'> {
    const { token } = request.params;
    const form = step === 'postpone' ? PostponeForm.safeParse(request.body) : null;
    if (form && !form.success) return 'again';
    try {
      await (form ? this.tickets.postpone(token, form.data.behind) : this.tickets.cancel(token));
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  private async send(
    view: Pick<TicketView, 'ticket' | 'step' | 'failure'>,
    renderer: ResidentRenderer,
    request: TicketRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const tenant = await this.tenants.bySlug(view.ticket.tenant);
    const full = { ...view, token: request.params.token, rehearsal: tenant?.kind === 'rehearsal' };
    const page = this.pages.represent(renderer.renderTicket(full, pageLanguage(request)));
    return this.pages.send(page, CACHE, renderer, request, reply.header('x-robots-tag', 'noindex'));
  }
}

function orUnknown(error: unknown): undefined {
  if (codeOf(error) !== 'not_found') throw error;
  return undefined;
}

/** What a refusal of the domain is to the resident. A fault goes on. */
function failureOf(error: unknown): TicketView['failure'] | 'not_found' {
  const code = codeOf(error);
  if (code === 'not_found' || code === 'postpone_limit') return code;
  if (code === 'internal' || code === 'unavailable') throw error;
  return 'too_late';
}
