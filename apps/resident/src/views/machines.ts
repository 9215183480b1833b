import type {
  Language,
  LocalText,
  UnmannedKioskCondition,
  UnmannedKioskHelp,
  UnmannedKioskHours,
} from '@sunbeon/contract';
import { weekGroups } from '@sunbeon/domain';
import { formatDay, formatTime, formatWeekday, localText, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { machineTexts } from '../machine-texts.ts';
import { residentTexts } from '../texts.ts';

/** An unmanned kiosk (무인민원발급기) as residents see it. */
export interface Machine {
  readonly place: LocalText;
  readonly address: string;
  /** It stands beside the office of the page. */
  readonly isHere: boolean;
  readonly isCourt: boolean;
  readonly hours: UnmannedKioskHours;
  readonly certificates: readonly LocalText[];
  readonly certificateKinds: number | null;
  readonly condition: UnmannedKioskCondition;
  /** Epoch milliseconds. */
  readonly conditionSince: number;
  readonly conditionNote: LocalText | null;
  readonly accessibility: readonly UnmannedKioskHelp[];
  readonly fee: LocalText | null;
  readonly mapUrl: string | null;
}

/** Machines that save the visit: those beside the office, the others behind a line. Nothing where there are none. */
export function machinesSection(machines: readonly Machine[], zone: string, language: Language): Html | null {
  if (machines.length === 0) return null;
  const t = translator(machineTexts, language);
  const [here, others] = [machines.filter(({ isHere }) => isHere), machines.filter(({ isHere }) => !isHere)];
  const list = (some: readonly Machine[]) =>
    html`<ul class="cards">
      ${some.map((machine) => html`<li>${machineCard(machine, zone, language)}</li>`)}
    </ul>`;
  return html`<section aria-labelledby="machines" class="machines">
    <h2 id="machines">${t('machines')}</h2>
    <p>${t('about')}</p>
    ${here.length > 0 && list(here)}
    ${
      others.length > 0 &&
      html`<details${here.length === 0 && html` open`}>
        <summary>${t('others', { n: others.length })}</summary>
        ${list(others)}
      </details>`
    }
  </section>`;
}

function machineCard(machine: Machine, zone: string, language: Language): Html {
  const t = translator(machineTexts, language);
  const { place, isCourt, accessibility, fee, address, mapUrl } = machine;
  const between = translator(residentTexts, language)('between_names');
  return html`<div class="figures">
    <h3${place[language] ? null : html` lang="ko"`}>${localText(place, language)}</h3>
    ${isCourt && html`<p class="court">${t('court')}</p>`}
    ${conditionOf(machine, zone, language)}
    <dl>
      ${row(t('hours'), hoursWords(machine.hours, language))}
      ${row(t('issues'), issuesOf(machine, language, between))}
      ${row(t('help'), accessibility.map((one) => t(`help_${one}`)).join(between))}
      ${row(t('fee'), fee && localText(fee, language))}
      ${row(t('address'), address)}
    </dl>
    ${
      mapUrl &&
      html`<p>
        <a href="${mapUrl}" rel="noopener noreferrer"
          >${t('map')}<span class="says">: ${localText(place, language)}</span></a
        >
      </p>`
    }
  </div>`;
}

/** Nothing where there is nothing to say. */
function row(name: string, words: string | null): Html | null {
  if (!words) return null;
  return html`<div class="wide">
    <dt>${name}</dt>
    <dd>${words}</dd>
  </div>`;
}

/** Only what keeps people from using it. */
function conditionOf(
  { condition, conditionSince, conditionNote }: Machine,
  zone: string,
  language: Language,
): Html | null {
  if (condition === 'working') return conditionNote && html`<p>${localText(conditionNote, language)}</p>`;
  const t = translator(machineTexts, language);
  const [day, time] = [formatDay(conditionSince, zone, language), formatTime(conditionSince, zone)];
  return html`<p class="refusal">
    ${t('since', { condition: t(condition), day, time })}${conditionNote && html`<br />${localText(conditionNote, language)}`}
  </p>`;
}

function issuesOf({ certificates, certificateKinds }: Machine, language: Language, between: string): string {
  const names = certificates.map((name) => localText(name, language)).join(between);
  const kinds = certificateKinds === null ? '' : translator(machineTexts, language)('kinds', { n: certificateKinds });
  return [names, kinds].filter((one) => one !== '').join(' · ');
}

/** "월–금 09:00–18:00 · 토 10:00–14:00 · 공휴일 제외" */
export function hoursWords({ allDay, week, onHolidays }: UnmannedKioskHours, language: Language): string {
  const t = translator(machineTexts, language);
  // 1 January 2024 was a Monday.
  const name = (day: string) => formatWeekday(Date.UTC(2024, 0, Number(day)), 'UTC', language);
  const spans = weekGroups(week).map(({ runs, spans: some }) => {
    const days = runs.map(([first, last]) => (first === last ? name(first) : `${name(first)}–${name(last)}`));
    return `${days.join(', ')} ${some.map(({ from, to }) => `${from}–${to}`).join(', ')}`;
  });
  return [...(allDay ? [t('all_day')] : spans), t(onHolidays ? 'holidays' : 'no_holidays')].join(' · ');
}
