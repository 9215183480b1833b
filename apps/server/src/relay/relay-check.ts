import { RelayEvent, relayCounterTypes, type relayRejections } from '@sunbeon/contract';
import { hardwareTicketKey, hardwareTicketEvents, type HardwareEvent, type HardwareEventType } from '@sunbeon/domain';

/** Relays send their clock's offset, so a little ahead is a clock that drifted; more is a fault. */
export const AHEAD_MS = 5 * 60_000;
/** Older than a year and a month belongs to no report any more. */
export const TOO_OLD_MS = 400 * 86_400_000;

type Rejection = (typeof relayRejections)[number];

/** An event that is fit to be stored; `body` is what the schema left of it. */
export interface CheckedEvent {
  readonly id: string;
  readonly type: RelayEvent['type'];
  /** Epoch milliseconds. */
  readonly at: number;
  /** Ticket that it is about; null for counters and snapshots. */
  readonly ticketKey: string | null;
  readonly body: RelayEvent;
}

/** What became of one event before the database was asked. */
export type Check =
  | { readonly ok: true; readonly event: CheckedEvent; readonly detail?: string }
  | { readonly ok: false; readonly id: string | null; readonly code: Rejection; readonly detail?: string };

export interface CheckContext {
  readonly hardware: boolean;
  readonly knowsService: (code: string) => boolean;
  /** The tenant's present instant, epoch milliseconds. */
  readonly now: number;
}

/** Checks one event by itself, so that a bad one loses no other. Throws nothing, whatever it is given. */
export function checkEvent(raw: unknown, context: CheckContext): Check {
  const id = idOf(raw);
  const refused = (code: Rejection, detail?: string): Check => ({ ok: false, id, code, ...(detail && { detail }) });
  if (!context.hardware) return refused('not_hardware');
  const parsed = RelayEvent.safeParse(raw);
  if (!parsed.success) return refused('invalid', parsed.error.issues.slice(0, 3).map(issueText).join('; '));
  const body = parsed.data;
  const at = Date.parse(body.occurredAt);
  const fault = unprintable(body) ?? missing(body);
  if (fault) return refused('invalid', fault);
  if (at > context.now + AHEAD_MS) return refused('in_the_future');
  if (at < context.now - TOO_OLD_MS) return refused('too_old');
  const unknown = codesOf(body).filter((code) => !context.knowsService(code));
  if (isRefusedFor(body, unknown)) return refused('service_unknown', unknown.slice(0, 3).join(', '));
  const ticketKey = isTicketEvent(body) ? hardwareTicketKey(asHardwareEvent(body, at)) : null;
  if (isTicketEvent(body) && !namesTicket(body)) return refused('ticket_ref_required', REF_HINT);
  const detail = unknown.length > 0 ? `unknown services were left out: ${unknown.slice(0, 3).join(', ')}` : undefined;
  return { ok: true, event: { id: body.id, type: body.type, at, ticketKey, body }, ...(detail && { detail }) };
}

const REF_HINT = 'send ticketRef, or serviceCode and number; a transfer to another service needs ticketRef';

function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && raw.id.length > 0 && raw.id.length <= 100 ? raw.id.toWellFormed() : null;
}

const issueText = (issue: { path: PropertyKey[]; message: string }): string =>
  `${issue.path.map(String).join('.') || 'event'}: ${issue.message}`;

/**
 * Control characters, half surrogates and invisible marks: the database cannot store some of them, and on a screen
 * the others turn words round. No ticket hardware has them in a number.
 */
const NOT_TEXT = /[\p{C}\p{Zl}\p{Zp}]/u;

function unprintable(body: RelayEvent): string | undefined {
  const { services = [], ...own } = body;
  for (const part of [own, ...services]) {
    for (const [field, value] of Object.entries(part)) {
      if (typeof value === 'string' && NOT_TEXT.test(value)) return `${field}: characters that are not text`;
    }
  }
  return undefined;
}

function missing(body: RelayEvent): string | undefined {
  const counter = (relayCounterTypes as readonly string[]).includes(body.type);
  if (counter && body.counterNumber === undefined) return 'counterNumber: missing';
  if (body.type === 'snapshot' && !body.services?.length) return 'services: missing';
  return undefined;
}

/** Codes of all services that an event names. */
function codesOf(body: RelayEvent): string[] {
  const told = body.type === 'snapshot' ? (body.services ?? []).map(({ serviceCode }) => serviceCode) : [];
  return [body.serviceCode, body.toServiceCode, ...told].filter((code) => code !== undefined);
}

/** A snapshot stands as long as it tells of one service that is known; anything else needs all that it names. */
function isRefusedFor(body: RelayEvent, unknown: readonly string[]): boolean {
  return body.type === 'snapshot' ? unknown.length === codesOf(body).length : unknown.length > 0;
}

/**
 * A number alone is given by several services, so it needs its service; and after a transfer the number would name
 * another ticket in each service, so a transfer needs the hardware's own reference.
 */
function namesTicket({ type, ticketRef, number, serviceCode, toServiceCode }: RelayEvent): boolean {
  if (ticketRef !== undefined) return true;
  const moves = type === 'ticket.transferred' && toServiceCode !== undefined && toServiceCode !== serviceCode;
  return number !== undefined && serviceCode !== undefined && !moves;
}

export function isTicketEvent(body: RelayEvent): body is RelayEvent & { type: HardwareEventType } {
  return (hardwareTicketEvents as readonly string[]).includes(body.type);
}

/** The event as the domain folds it. A transfer takes the ticket to its new service. */
export function asHardwareEvent(body: RelayEvent & { type: HardwareEventType }, at: number): HardwareEvent {
  const { id, type, ticketRef, number, counterNumber, serviceCode, toServiceCode } = body;
  const service = type === 'ticket.transferred' ? (toServiceCode ?? serviceCode) : serviceCode;
  return {
    id,
    type,
    occurredAt: at,
    ticketRef: ticketRef ?? null,
    number: number ?? null,
    serviceCode: service ?? null,
    counterNumber: counterNumber ?? null,
  };
}
