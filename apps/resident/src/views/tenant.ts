import type { Language, PublicTenant } from '@sunbeon/contract';
import { formatTime, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { levelMark } from '../level-mark.ts';
import { openingText } from '../opening.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, documentOf, pathOf, type Shell } from './document.ts';

export interface TenantExtras {
  /** Present instant of the tenant, ISO 8601. */
  readonly at: string;
  readonly zone: string;
  readonly rehearsal: boolean;
}

/** The tenant's offices: open or closed, level, address. */
export function tenantPage(tenant: PublicTenant, extras: TenantExtras, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  const time = formatTime(Date.parse(extras.at), extras.zone);
  return documentOf(
    {
      language,
      path: pathOf(tenant.tenant),
      title: t('tenant_title', { tenant: tenant.name }),
      description: t('tenant_about', { tenant: tenant.name }),
      kind: 'tenant',
      listed: !extras.rehearsal,
      header: html`<h1>${t('tenant_title', { tenant: tenant.name })}</h1>
        ${extras.rehearsal && html`<p class="rehearsal">${t('rehearsal')}</p>`}`,
      main: html`<div class="live">
          <p><time datetime="${extras.at}">${t('as_of_time', { time })}</time></p>
          <a class="button" href="${addressIn(pathOf(tenant.tenant), language)}">${t('reload')}</a>
        </div>
        <section aria-labelledby="offices">
          <h2 id="offices">${t('offices')}</h2>
          ${officeList(tenant, extras, language)}
        </section>`,
    },
    shell,
  );
}

function officeList(tenant: PublicTenant, extras: TenantExtras, language: Language): Html {
  if (tenant.offices.length === 0)
    return html`<p class="empty">${translator(residentTexts, language)('no_offices')}</p>`;
  return html`<ul class="cards">
    ${tenant.offices.map((office) => officeCard(tenant.tenant, office, extras, language))}
  </ul>`;
}

function officeCard(
  tenant: string,
  office: PublicTenant['offices'][number],
  extras: TenantExtras,
  language: Language,
): Html {
  const level =
    !office.openNow || office.level !== null ? levelMark(office.openNow ? office.level : null, language) : null;
  return html`<li>
    <div class="figures office">
      <h3><a href="${addressIn(pathOf(tenant, office.slug), language)}">${office.name}</a></h3>
      ${level}
      <p>${openingText(office, extras.at, extras.zone, language)}</p>
      ${office.address && html`<p class="remark">${office.address}</p>`}
    </div>
  </li>`;
}
