import type { Language } from '@sunbeon/contract';
import { translator } from '@sunbeon/ui';
import { html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, documentOf, type Shell } from './document.ts';

/** A friendly 404. */
export function notFoundPage(path: string, language: Language, shell: Shell): string {
  return plainPage('not_found', path, language, shell);
}

/** The page cannot be made now; the hall goes on. */
export function faultPage(path: string, language: Language, shell: Shell): string {
  return plainPage('fault', path, language, shell);
}

/** The institution's use is suspended or over. Its name is not told: it may never have been served. */
export function restingPage(path: string, language: Language, shell: Shell): string {
  return plainPage('resting', path, language, shell);
}

function plainPage(what: 'not_found' | 'fault' | 'resting', path: string, language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  const link =
    what === 'fault'
      ? html`<a class="button primary" href="${addressIn(path, language)}">${t('reload')}</a>`
      : html`<a class="button" href="${addressIn('/', language)}">${t('home')}</a>`;
  return documentOf(
    {
      language,
      path,
      title: t(`${what}_title`),
      description: t(what),
      kind: 'plain',
      listed: false,
      header: null,
      main: html`<h1>${t(`${what}_title`)}</h1>
        <p>${t(what)}</p>
        <p>${link}</p>`,
    },
    shell,
  );
}
