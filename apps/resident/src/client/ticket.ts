import type { PublicTicket } from '@sunbeon/contract';
import { canChange, headlineOf, ticketActions, ticketSlots } from '../views/ticket-slots.ts';
import { isNewer, type Snapshot } from './age.ts';
import { keepLive, pageLanguage, setText } from './page.ts';
import { fillSlots } from './slots.ts';

/** Makes the ticket page live. */
export function liveTicket(bar: HTMLElement): void {
  const { token = '', revision = '0', at = '' } = bar.dataset;
  const language = pageLanguage();
  const says = document.querySelector<HTMLElement>('[data-says]');
  let shown: Snapshot = { revision: Number(revision), asOfMs: Date.parse(at) };
  let said: string | null = null;

  const onSnapshot = (value: unknown) => {
    const ticket = value as PublicTicket;
    const next = { revision: ticket.revision, asOfMs: Date.parse(ticket.at) };
    if (!isNewer(next, shown)) return;
    shown = next;
    const slots = ticketSlots(ticket, language);
    fillSlots({ ticket: slots.ticket, actions: ticketActions(ticket, token, language) });
    document.title = slots.title;
    document.body.dataset['state'] = ticket.state;
    closeStep(ticket);
    const headline = headlineOf(ticket, language);
    if (said !== null && said !== headline) setText(says, headline);
    said = headline;
  };

  keepLive({
    bar,
    source: { url: `/api/public/tickets/${encodeURIComponent(token)}`, eventsUrl: null },
    // The business day is over: the server's page says it in full.
    listener: { onSnapshot, onGone: () => location.reload() },
    whileHidden: true,
    shownAtMs: () => shown.asOfMs,
  });
}

/** A question that can no longer be answered goes away. */
function closeStep(ticket: PublicTicket): void {
  const form = document.querySelector<HTMLElement>('[data-step]');
  if (form) form.hidden = !canChange(ticket.state, form.dataset['step'] === 'postpone' ? 'postpone' : 'cancel');
}
