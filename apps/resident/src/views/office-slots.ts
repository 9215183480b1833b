import type { Language, PublicService, PublicStatus } from '@sunbeon/contract';
import { commonTexts, formatTime, formatWait, formatWaiting, localText, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { levelMark } from '../level-mark.ts';
import { openingText } from '../opening.ts';
import { summarySentence } from '../summary.ts';
import { residentTexts } from '../texts.ts';

/**
 * The parts of the office page that change, by the name of their place (`data-slot`). The server puts them into the
 * document, the browser puts the same ones there when a newer status arrives. Nothing in them can have the focus.
 */
export function officeSlots(status: PublicStatus, language: Language): Readonly<Record<string, Html>> {
  return {
    now: nowOf(status, language),
    source: sourceOf(status, language),
    announcements: announcementsOf(status, language),
    updated: updatedOf(status, language),
    ...Object.fromEntries(status.services.map((service) => [slotOf(service), serviceOf(service, status, language)])),
  };
}

/** Name of a service's place. */
export function slotOf(service: Pick<PublicService, 'id'>): string {
  return `service-${service.id}`;
}

function nowOf(status: PublicStatus, language: Language): Html {
  const t = translator(residentTexts, language);
  const { office } = status;
  // With the source down nothing is known of now: the banner says so, and no level stands beside it.
  const known = status.source.state !== 'down';
  const level = known && office.openNow ? status.level : null;
  const closed = !office.openNow && office.closedReason && html` <span lang="ko">(${office.closedReason})</span>`;
  return html`<div class="now ${level ?? 'none'}">
    ${(level !== null || !office.openNow) && levelMark(level, language)}
    ${(known || !office.openNow) && html`<p class="sentence">${summarySentence(status, language)}</p>`}
    <p class="opening">
      ${openingText(office, status.at, office.zone, language)}${
        office.openNow && office.nightOffice && html` <span class="night">${t('night_office')}</span>`
      }${closed}
    </p>
  </div>`;
}

function sourceOf({ source, office }: PublicStatus, language: Language): Html {
  const t = translator(residentTexts, language);
  const time = formatTime(Date.parse(source.asOf), office.zone);
  const late = source.state !== 'ok' && html`<p class="banner ${source.state}">${t(source.state, { time })}</p>`;
  return html`${late}${source.kind === 'hardware' && html`<p class="remark">${t('hardware')}</p>`}`;
}

function announcementsOf(status: PublicStatus, language: Language): Html {
  const announcements = status.announcements.filter(({ places }) => places.includes('resident'));
  if (announcements.length === 0) return html``;
  const t = translator(residentTexts, language);
  return html`<h2>${t('announcements')}</h2>
    <ul>
      ${announcements.map(
        (text) => html`<li${text[language] ? null : html` lang="ko"`}>${localText(text, language)}</li>`,
      )}
    </ul>`;
}

function updatedOf({ at, office }: PublicStatus, language: Language): Html {
  const time = formatTime(Date.parse(at), office.zone);
  return html`<time datetime="${at}">${translator(residentTexts, language)('updated', { time })}</time>`;
}

function serviceOf(service: PublicService, status: PublicStatus, language: Language): Html {
  const t = translator(residentTexts, language);
  const reason = refusal(service, status, language);
  const open = status.office.openNow;
  return html`<div class="figures${status.source.state === 'down' && ' past'}">
    <h3${service.names[language] ? null : html` lang="ko"`}>${localText(service.names, language)}</h3>
    ${(service.level !== null || !open) && levelMark(service.level, language)}
    <dl>
      ${(open || service.waiting > 0) && figuresOf(service, language)}
      <div class="wide">
        <dt>${t('label_called')}</dt>
        <dd>${calledOf(service, status.office.zone, language)}</dd>
      </div>
    </dl>
    ${reason && html`<p class="refusal">${reason}</p>`}
    ${open && !reason && service.waitUnavailable && whyNoRange(service, language)}
  </div>`;
}

function figuresOf(service: PublicService, language: Language): Html {
  const t = translator(residentTexts, language);
  return html`<div>
      <dt>${t('label_waiting')}</dt>
      <dd class="big">${peopleOf(service.waiting, language)}</dd>
    </div>
    <div>
      <dt>${t('label_wait')}</dt>
      <dd class="${service.wait ? 'big' : 'none'}">${waitOf(service, language)}</dd>
    </div>`;
}

/** Why nobody can take a ticket for the service now; null while the whole office is closed, which stands above. */
function refusal(service: PublicService, { office }: PublicStatus, language: Language): string | null {
  if (service.accepting || (!office.openNow && service.acceptingReason !== 'quota')) return null;
  return translator(commonTexts, language)(`closed_${service.acceptingReason ?? 'closed'}`);
}

function whyNoRange({ waitUnavailable }: PublicService, language: Language): Html | null {
  if (waitUnavailable === null || waitUnavailable === 'closed') return null;
  return html`<p class="remark">${translator(residentTexts, language)(`why_${waitUnavailable}`)}</p>`;
}

function peopleOf(n: number, language: Language): string {
  if (n === 0) return translator(residentTexts, language)('nobody');
  const t = translator(commonTexts, language);
  return language === 'en' || language === 'vi' ? String(n) : t('people', { n });
}

function waitOf(service: PublicService, language: Language): string {
  if (service.wait !== null || service.waitUnavailable === 'closed') return formatWait(service, language);
  return translator(residentTexts, language)('short_unknown');
}

function calledOf({ lastCalled }: PublicService, zone: string, language: Language): Html {
  const t = translator(residentTexts, language);
  if (lastCalled === null) return html`<span class="none">${t('not_called_yet')}</span>`;
  const time = formatTime(Date.parse(lastCalled.at), zone);
  return html`<b>${t('called', { number: lastCalled.number, counter: lastCalled.counter })}</b>
    <time datetime="${lastCalled.at}">${time}</time>`;
}

/** "여권 접수 매우 혼잡, 14명 대기": what a screen reader is told when a service's level changes. */
export function serviceSentence(service: PublicService, language: Language): string {
  const level = translator(commonTexts, language)(service.level === null ? 'level_closed' : `level_${service.level}`);
  return translator(residentTexts, language)('service_now', {
    service: localText(service.names, language),
    level,
    waiting: formatWaiting(service.waiting, language),
  });
}
