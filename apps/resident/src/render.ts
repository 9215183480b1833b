import type { Language, PublicStatus, PublicTenant } from '@sunbeon/contract';
import clientScript from 'virtual:client-script';
import tokens from '@sunbeon/ui/tokens.css?inline';
import pageStyles from './styles/page.css?inline';
import type { Shell } from './views/document.ts';
import { installationPage, type Installation } from './views/installation.ts';
import { lettersPage, type Letter } from './views/letters.ts';
import { officePage, type OfficeExtras } from './views/office.ts';
import { faultPage, notFoundPage, restingPage } from './views/plain.ts';
import { tenantPage, type TenantExtras } from './views/tenant.ts';
import { noTicketPage, ticketPage, type TicketView } from './views/ticket.ts';

/** The style sheet that stands in every page, for the hash in the Content-Security-Policy. */
export const styles = tokens + pageStyles;

/** Public address of the installation ("https://…" without a slash at its end); set once by the server. */
let origin = '';
export function setOrigin(address: string): void {
  origin = address;
}

const shell = (): Shell => ({ styles, script: clientScript, origin });

export function renderOffice(status: PublicStatus, extras: OfficeExtras, language: Language): string {
  return officePage(status, extras, language, shell());
}

export function renderTenant(tenant: PublicTenant, extras: TenantExtras, language: Language): string {
  return tenantPage(tenant, extras, language, shell());
}

export function renderTicket(view: TicketView, language: Language): string {
  return ticketPage(view, language, shell());
}

export function renderNoTicket(token: string, language: Language): string {
  return noTicketPage(token, language, shell());
}

export function renderNotFound(path: string, language: Language): string {
  return notFoundPage(path, language, shell());
}

export function renderResting(path: string, language: Language): string {
  return restingPage(path, language, shell());
}

export function renderFault(path: string, language: Language): string {
  return faultPage(path, language, shell());
}

export function renderInstallation(installation: Installation, language: Language): string {
  return installationPage(installation, language, shell());
}

export function renderLetters(letters: readonly Letter[], language: Language): string {
  return lettersPage(letters, language, shell());
}
