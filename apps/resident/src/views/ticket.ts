import type { Language, PublicTicket } from '@sunbeon/contract';
import { localText, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, documentOf, pathOf, type Shell } from './document.ts';
import { canChange, ticketActions, ticketSlots } from './ticket-slots.ts';

/** A question that the page asks before something is done. */
export const ticketSteps = ['cancel', 'postpone'] as const;
export type TicketStep = (typeof ticketSteps)[number];
/** Why a wish was not granted. */
export const ticketFailures = ['too_late', 'postpone_limit', 'again'] as const;
export type TicketFailure = (typeof ticketFailures)[number];
/** How many others may go first, as the page offers it; the contract allows 1 to 20. */
export const postponeChoices = [1, 3, 5, 10] as const;

export interface TicketView {
  readonly ticket: PublicTicket;
  readonly token: string;
  readonly step: TicketStep | null;
  readonly failure: TicketFailure | null;
  readonly rehearsal: boolean;
}

/** The resident's own ticket; every action works by links and forms alone. */
export function ticketPage(view: TicketView, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  const { ticket, token } = view;
  const slots = ticketSlots(ticket, language);
  const form = stepForm(view, language);
  return documentOf(
    {
      language,
      path: pathOf('t', token),
      title: slots.title,
      description: t('ticket_about'),
      kind: 'ticket',
      state: ticket.state,
      live: true,
      listed: false,
      header: html`<h1>${localText(ticket.office.names, language)}</h1>
        ${view.rehearsal && html`<p class="rehearsal">${t('rehearsal')}</p>`}`,
      main: html`${view.failure && html`<p class="banner down" role="alert">${t(`failed_${view.failure}`)}</p>`}
        <div data-slot="ticket">${slots.ticket}</div>
        ${liveBar(view, language)}
        ${form ?? html`<div class="actions" data-slot="actions">${ticketActions(ticket, token, language)}</div>`}
        <p class="says" role="status" data-says></p>`,
      footer: html`<p>
        <a href="${addressIn(pathOf(ticket.tenant, ticket.office.slug), language)}">${t('office_waits')}</a>
      </p>`,
    },
    shell,
  );
}

/** A ticket that is unknown, or of a day that is over: which of the two is told to nobody. */
export function noTicketPage(token: string, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  return documentOf(
    {
      language,
      path: pathOf('t', token),
      title: t('ticket_none_title'),
      description: t('ticket_about'),
      kind: 'plain',
      listed: false,
      header: null,
      main: html`<h1>${t('ticket_none_title')}</h1>
        <p>${t('ticket_none')}</p>`,
    },
    shell,
  );
}

function liveBar({ ticket, token }: TicketView, language: Language): Html {
  const t = translator(residentTexts, language);
  return html`<div
      class="live"
      data-live="ticket"
      data-token="${token}"
      data-zone="${ticket.office.zone}"
      data-revision="${ticket.revision}"
      data-at="${ticket.at}"
    >
      <p><span data-age></span></p>
      <button type="button" hidden data-switch>${t('stop')}</button>
      <noscript><a class="button" href="${addressIn(pathOf('t', token), language)}">${t('reload')}</a></noscript>
    </div>
    <p class="banner down" hidden data-lost></p>`;
}

/** The step before something is done; null when there is none, or the ticket's state no longer allows it. */
function stepForm({ ticket, token, step }: TicketView, language: Language): Html | null {
  if (step === null || !canChange(ticket.state, step)) return null;
  const t = translator(residentTexts, language);
  const action = addressIn(pathOf('t', token, step), language);
  const back = addressIn(pathOf('t', token), language);
  const choices = step === 'postpone' && postponeChoiceList(language);
  return html`<form class="step" method="post" action="${action}" data-step="${step}">
    <fieldset>
      <legend>${t(`${step}_ask`)}</legend>
      ${choices}
      <p class="remark">${t(`${step}_note`)}</p>
    </fieldset>
    <div class="actions">
      <button class="button ${step === 'cancel' ? 'danger' : 'primary'}">${t(`${step}_do`)}</button>
      <a class="button" href="${back}">${t('keep')}</a>
    </div>
  </form>`;
}

function postponeChoiceList(language: Language): Html {
  const t = translator(residentTexts, language);
  return html`<div class="choices">
    ${postponeChoices.map(
      (n, index) =>
        html`<label
          ><input
            type="radio"
            name="behind"
            value="${n}"
            ${index === 0 && html` checked`}
          />${t('postpone_people', { n })}</label
        >`,
    )}
  </div>`;
}
