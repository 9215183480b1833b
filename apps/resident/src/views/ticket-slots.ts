import type { Language, PublicTicket, TicketState, Wait } from '@sunbeon/contract';
import { formatTime, formatWait, localText, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, pathOf } from './document.ts';

/** What the ticket page says largest; `state` of <body> follows it. */
export interface TicketSlots {
  readonly ticket: Html;
  readonly title: string;
}

/** The part of the ticket page that changes, and the document's title. Nothing in it can have the focus. */
export function ticketSlots(ticket: PublicTicket, language: Language): TicketSlots {
  const said = headlineOf(ticket, language);
  return {
    ticket: html`${ticket.state === 'called' ? calledView(ticket, said, language) : otherView(ticket, said, language)}`,
    title: `${ticket.number} · ${said}`,
  };
}

/** True while the resident can still give the ticket up or let others go first. */
export function canChange(state: TicketState, action: 'cancel' | 'postpone'): boolean {
  return state === 'waiting' || (action === 'cancel' && state === 'called');
}

/** What the resident may do with the ticket in its present state: links, so that it works without a script. */
export function ticketActions(ticket: PublicTicket, token: string, language: Language): Html {
  const t = translator(residentTexts, language);
  const link = (action: 'cancel' | 'postpone') =>
    canChange(ticket.state, action) &&
    html`<a class="button" href="${addressIn(pathOf('t', token), language)}&amp;step=${action}">${t(action)}</a>`;
  return html`${link('postpone')}${link('cancel')}`;
}

/** "앞에 6명", "5번 창구로 오십시오", "처리를 마쳤습니다. …": the state in one sentence. */
export function headlineOf(ticket: PublicTicket, language: Language): string {
  const t = translator(residentTexts, language);
  const { counter, ahead, state } = ticket;
  if (state === 'waiting') {
    if (ahead === null) return t('ahead_unknown');
    return ahead === 0 ? t('ahead_none') : t('ahead', { n: ahead });
  }
  if (state === 'called') return counter === null ? t('come_now') : t('come_to', { counter });
  if (state === 'serving') return counter === null ? t('state_serving_somewhere') : t('state_serving', { counter });
  return t(`state_${state}`);
}

function calledView(ticket: PublicTicket, said: string, language: Language): Html {
  const t = translator(residentTexts, language);
  const time = ticket.calledAt && formatTime(Date.parse(ticket.calledAt), ticket.office.zone);
  return html`<div class="come">
    <p class="said">${said}</p>
    <p class="mine">${t('called_number')} <b>${ticket.number}</b></p>
    <p>${localText(ticket.service.names, language)}${time && html` · ${t('called_at', { time })}`}</p>
  </div>`;
}

function otherView(ticket: PublicTicket, said: string, language: Language): Html {
  const t = translator(residentTexts, language);
  const waiting = ticket.state === 'waiting';
  const issued = formatTime(Date.parse(ticket.issuedAt), ticket.office.zone);
  return html`<div class="ticket">
    <p class="mine">${t('my_number')} <b>${ticket.number}</b></p>
    <p class="service">${localText(ticket.service.names, language)}</p>
    <p class="said">${said}</p>
    ${waiting && waitView(ticket, language)} ${waiting && html`<p class="remark">${t('next_wait')}</p>`}
    <p class="remark">${t('issued_at', { time: issued })}</p>
  </div>`;
}

function waitView(ticket: PublicTicket, language: Language): Html | null {
  const t = translator(residentTexts, language);
  if (ticket.wait !== null) return rangeBar(ticket.wait, ticket, language);
  const reason = ticket.waitUnavailable;
  return reason === null || reason === 'closed' ? null : html`<p class="remark">${t(`why_${reason}`)}</p>`;
}

/** Width of the drawing; the bar begins now and ends with the range. */
const WIDTH = 320;

/** The range as a bar with the clock times at its ends. The sentence below says the same in words. */
function rangeBar(wait: Wait, { at, office, ...ticket }: PublicTicket, language: Language): Html {
  const t = translator(residentTexts, language);
  const now = Date.parse(at);
  const clock = (minutes: number) => formatTime(now + minutes * 60_000, office.zone);
  const [from, to] = [clock(wait.lowMinutes), clock(wait.highMinutes)];
  const left = wait.highMinutes === 0 ? 0 : (WIDTH * wait.lowMinutes) / wait.highMinutes;
  // Close ends would print over each other.
  const start = Math.min(left, WIDTH - 110);
  return html`<div class="range">
    <p class="wait">
      <span>${t('label_wait')}</span> <b>${formatWait({ wait, waitUnavailable: ticket.waitUnavailable }, language)}</b>
    </p>
    <svg viewBox="0 0 ${WIDTH} 44" aria-hidden="true" focusable="false">
      <rect class="track" y="2" width="${WIDTH}" height="14" rx="7" />
      <rect class="span" x="${round(start)}" y="2" width="${round(WIDTH - start)}" height="14" rx="7" />
      ${start > 60 && html`<text x="0" y="38">${t('bar_now')}</text>`}
      <text x="${round(start)}" y="38">${from}</text>
      <text x="${WIDTH}" y="38" text-anchor="end">${to}</text>
    </svg>
    <p>${t('expected_call', { from, to })}</p>
  </div>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
