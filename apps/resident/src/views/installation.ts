import type { Language } from '@sunbeon/contract';
import { formatDay, formatTime, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { documentOf, type Shell } from './document.ts';

export interface InstallationLink {
  readonly title: string;
  /** http(s) address or a path of this installation; anything else is shown without a link. */
  readonly url: string;
  readonly note?: string;
}

export interface DemoLogin {
  readonly who: string;
  readonly email: string;
  readonly password: string;
}

/** The rehearsal's clock: present instant, its zone, tenant seconds per real second (0 = paused). */
export interface DemoClock {
  readonly now: string;
  readonly zone: string;
  readonly rate: number;
}

export interface Installation {
  readonly links: readonly InstallationLink[];
  readonly logins: readonly DemoLogin[];
  readonly clock: DemoClock | null;
}

/** Speeds that the links page offers. */
export const demoRates = [1, 4, 15, 60] as const;

/** What there is on this installation, and in the demo: its accounts and its clock. */
export function installationPage(installation: Installation, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  const { links, logins, clock } = installation;
  return documentOf(
    {
      language,
      path: '/',
      title: t('links_title'),
      description: t('links_about'),
      kind: 'links',
      listed: false,
      header: html`<h1>${t('links_title')}</h1>
        <p>${t('links_about')}</p>`,
      main: html`${clock && clockView(clock, language)}
        <section aria-labelledby="links">
          <h2 id="links">${t('links')}</h2>
          ${linkList(links, language)}
        </section>
        ${logins.length > 0 && loginTable(logins, language)}`,
    },
    shell,
  );
}

function linkList(links: readonly InstallationLink[], language: Language): Html {
  if (links.length === 0) return html`<p class="empty">${translator(residentTexts, language)('links_none')}</p>`;
  return html`<ul class="links">
    ${links.map(
      ({ title, url, note }) =>
        html`<li>
          ${isAddress(url) ? html`<a href="${url}">${title}</a>` : title}${note && html` <span class="remark">${note}</span>`}
        </li>`,
    )}
  </ul>`;
}

/** A link that runs a script is no link. */
function isAddress(url: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url);
}

function loginTable(logins: readonly DemoLogin[], language: Language): Html {
  const t = translator(residentTexts, language);
  return html`<section aria-labelledby="logins">
    <h2 id="logins">${t('logins')}</h2>
    <div class="table">
      <table>
        <thead>
          <tr>
            <th scope="col">${t('login_who')}</th>
            <th scope="col">${t('login_email')}</th>
            <th scope="col">${t('login_password')}</th>
          </tr>
        </thead>
        <tbody>
          ${logins.map(
            ({ who, email, password }) =>
              html`<tr>
                <th scope="row">${who}</th>
                <td><code>${email}</code></td>
                <td><code>${password}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The clock with its switches: each button is a form of its own, so that it works without a script. */
function clockView({ now, zone, rate }: DemoClock, language: Language): Html {
  const t = translator(residentTexts, language);
  const at = Date.parse(now);
  const pace = rate === 0 ? t('clock_paused') : rate === 1 ? t('clock_real') : t('clock_running', { rate });
  const button = (value: number, text: string) =>
    html`<button
      class="button${value === rate && ' primary'}"
      name="rate"
      value="${value}"
      ${value === rate && html` aria-current="true"`}
    >
      ${text}
    </button>`;
  return html`<section aria-labelledby="clock">
    <h2 id="clock">${t('clock')}</h2>
    <p class="clock">
      <time datetime="${now}"><b>${formatTime(at, zone)}</b> ${formatDay(at, zone, language)}</time>, ${pace}
    </p>
    <p class="remark">${t('clock_text')}</p>
    <form method="post" action="/demo/clock" class="actions">
      <input type="hidden" name="lang" value="${language}" />
      ${button(0, t('clock_pause'))}${demoRates.map((each) => button(each, t('clock_speed', { rate: each })))}
    </form>
  </section>`;
}
