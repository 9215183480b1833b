import type { Language } from '@sunbeon/contract';
import { formatDay, formatTime, translator } from '@sunbeon/ui';
import { html, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';
import { addressIn, documentOf, type Shell } from './document.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 8601 */
  readonly sentAt: string;
}

/** The letters of a demo, the newest first: no mail server is needed to follow the links in them. */
export function lettersPage(letters: readonly Letter[], language: Language, shell: Shell): string {
  const t = translator(residentTexts, language);
  return documentOf(
    {
      language,
      path: '/demo/mail',
      title: t('letters'),
      description: t('letters_about'),
      kind: 'letters',
      listed: false,
      header: html`<h1>${t('letters')}</h1>
        <p>${t('letters_about')}</p>`,
      main: html`<p class="actions">
          <a class="button primary" href="${addressIn('/demo/mail', language)}">${t('letters_again')}</a>
          <a class="button" href="${addressIn('/', language)}">${t('home')}</a>
        </p>
        ${letters.length === 0 && html`<p class="empty">${t('letters_none')}</p>`}
        ${letters.map((letter) => letterView(letter, language))}`,
    },
    shell,
  );
}

const zone = 'Asia/Seoul';

function letterView({ to, subject, text, sentAt }: Letter, language: Language): Html {
  const t = translator(residentTexts, language);
  const at = Date.parse(sentAt);
  return html`<article class="letter">
    <h2>${subject}</h2>
    <p class="remark">
      ${t('letter_to', { to })},
      <time datetime="${sentAt}">${formatDay(at, zone, language)} ${formatTime(at, zone)}</time>
    </p>
    <p class="letter-text">${linked(text)}</p>
  </article>`;
}

/** A text with its addresses as links; a full stop or bracket after one is no part of it. */
function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"']*[\w\-/=#])/);
  return html`${parts.map((part, n) => (n % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}`;
}
