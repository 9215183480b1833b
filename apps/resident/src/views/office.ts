import type { Language, LocalText, PublicService, PublicStatus } from '@sunbeon/contract';
import { localText, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, documentOf, pathOf, type Shell } from './document.ts';
import { levelRule, type LevelRuleText } from './level-rule.ts';
import { machinesSection, type Machine } from './machines.ts';
import { officeSlots, slotOf } from './office-slots.ts';

/** What a resident should know of a service before the visit. */
export interface ServiceGuide {
  readonly documents: readonly LocalText[];
  readonly guide: LocalText | null;
  /** Name of the zone in the hall. */
  readonly zone: LocalText | null;
  /** The coloured line on the floor; `color` is #rrggbb. */
  readonly line: { readonly color: string; readonly colorName: LocalText } | null;
  /** From this wait on the service is called crowded, minutes. */
  readonly limitMinutes: number;
}

/** What the page shows beside the status; changes only with the office's configuration. */
export interface OfficeExtras {
  readonly tenantName: string;
  readonly address: string;
  readonly rule: LevelRuleText;
  /** By the service's id. */
  readonly guides: Readonly<Record<string, ServiceGuide>>;
  /** Unmanned kiosks of the institution. */
  readonly machines: readonly Machine[];
}

/** The office's waits as a complete document: right without a script, live with it. */
export function officePage(status: PublicStatus, extras: OfficeExtras, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  const office = localText(status.office.names, language);
  const slots = officeSlots(status, language);
  return documentOf(
    {
      language,
      path: pathOf(status.tenant, status.office.slug),
      title: t('office_title', { office }),
      description: t('office_about', { office }),
      kind: 'office',
      live: true,
      listed: !status.rehearsal,
      header: headerOf(status, extras, office, language),
      main: html`${liveBar(status, slots['updated'], language)}
        <div data-slot="source">${slots['source']}</div>
        <section aria-label="${t('now')}" data-slot="now">${slots['now']}</section>
        <div class="announcements" data-slot="announcements">${slots['announcements']}</div>
        <section aria-labelledby="services">
          <h2 id="services">${t('services')}</h2>
          ${serviceList(status, extras, slots, language)}
        </section>
        ${machinesSection(extras.machines, status.office.zone, language)}
        <p class="says" role="status" data-says></p>`,
      footer: footerOf(status, extras, language),
    },
    shell,
  );
}

function headerOf(status: PublicStatus, extras: OfficeExtras, office: string, language: Language): Html {
  const t = translator(residentTexts, language);
  return html`<p class="tenant"><a href="${addressIn(pathOf(status.tenant), language)}">${extras.tenantName}</a></p>
<h1${status.office.names[language] ? null : html` lang="ko"`}>${office}</h1>
${status.rehearsal && html`<p class="rehearsal">${t('rehearsal')}</p>`}`;
}

/** Without a script the page says when it was true and how to renew it; the script makes it live and adds the switch. */
function liveBar(status: PublicStatus, updated: Html | undefined, language: Language): Html {
  const t = translator(residentTexts, language);
  const { tenant, office, revision, source, at, rehearsal } = status;
  return html`<div
      class="live"
      data-live="office"
      data-tenant="${tenant}"
      data-office="${office.slug}"
      data-zone="${office.zone}"
      data-revision="${revision}"
      data-as-of="${source.asOf}"
      data-at="${at}"
      data-rehearsal="${rehearsal ? 1 : 0}"
    >
      <p><span data-age></span> <span data-slot="updated">${updated}</span></p>
      <button type="button" hidden data-switch>${t('stop')}</button>
      <noscript
        ><a class="button" href="${addressIn(pathOf(tenant, office.slug), language)}">${t('reload')}</a></noscript
      >
    </div>
    <p class="banner down" hidden data-lost></p>`;
}

function serviceList(
  status: PublicStatus,
  extras: OfficeExtras,
  slots: Readonly<Record<string, Html>>,
  language: Language,
): Html {
  if (status.services.length === 0)
    return html`<p class="empty">${translator(residentTexts, language)('no_services')}</p>`;
  return html`<ul class="cards">
    ${status.services.map(
      (service) =>
        html`<li>
          <div data-slot="${slotOf(service)}">${slots[slotOf(service)]}</div>
          ${guideOf(service, extras, language)}
        </li>`,
    )}
  </ul>`;
}

function guideOf(service: PublicService, extras: OfficeExtras, language: Language): Html | null {
  const guide = extras.guides[service.id];
  if (!guide || (guide.documents.length === 0 && !guide.guide && !guide.zone && !guide.line)) return null;
  const t = translator(residentTexts, language);
  const documents = guide.documents.map((text) => html`<li>${localText(text, language)}</li>`);
  return html`<details>
    <summary>${t('guide')}<span class="says">: ${localText(service.names, language)}</span></summary>
    <dl>
      ${
        documents.length > 0 &&
        html`<dt>${t('documents')}</dt>
          <dd>
            <ul>
              ${documents}
            </ul>
          </dd>`
      }
      ${
        (guide.zone || guide.line) &&
        html`<dt>${t('place')}</dt>
          <dd>${guide.zone && localText(guide.zone, language)}${lineOf(guide.line, language)}</dd>`
      }
    </dl>
    ${guide.guide && html`<p>${localText(guide.guide, language)}</p>`}
  </details>`;
}

function lineOf(line: ServiceGuide['line'], language: Language): Html | null {
  if (!line) return null;
  const text = translator(residentTexts, language)('follow_line', { color: localText(line.colorName, language) });
  // Anything but #rrggbb would be our own mistake; it draws nothing.
  const color = /^#[0-9a-f]{6}$/i.test(line.color) ? line.color : 'none';
  return html`<span class="line"
    ><svg viewBox="0 0 32 8" aria-hidden="true">
      <rect width="32" height="8" rx="4" fill="${color}" stroke="currentColor" stroke-width=".5" /></svg
    >${text}</span
  >`;
}

function footerOf(status: PublicStatus, extras: OfficeExtras, language: Language): Html {
  const t = translator(residentTexts, language);
  const limits = status.services.map(({ id, names }) => ({
    name: localText(names, language),
    limitMinutes: extras.guides[id]?.limitMinutes ?? extras.rule.limitMinutes,
  }));
  return html`${levelRule(extras.rule, limits, language)}
    ${extras.address && html`<address>${extras.address}</address>`}
    <p><a href="${addressIn(pathOf(status.tenant), language)}">${t('other_offices')}</a></p>
    <p class="printed">${t('printed')}</p>`;
}
