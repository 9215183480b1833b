import type { Language } from '@sunbeon/contract';
import { languageNames, locales, translator } from '@sunbeon/ui';
import { html, styleElement, type Html } from '../html.ts';
import { residentTexts } from '../texts.ts';

/** What all pages of a build and an installation share. */
export interface Shell {
  /** CSS that stands in every page; its hash is in the pages' Content-Security-Policy. */
  readonly styles: string;
  /** Address of the script, or null for pages without any. */
  readonly script: string | null;
  /** "https://…" of the installation for hreflang links, which search engines want whole; empty when unknown. */
  readonly origin: string;
}

export interface Page {
  readonly language: Language;
  /** Path of the page without query. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly header: Html | null;
  readonly main: Html;
  readonly footer?: Html;
  /** Attributes of <body> for style and script: kind of page and its state. */
  readonly kind: string;
  readonly state?: string;
  readonly live?: boolean;
  /** Pages that concern one person or nothing are kept out of search engines, and have no other-language addresses. */
  readonly listed: boolean;
}

const allLanguages = Object.keys(languageNames) as Language[];

/** A complete HTML document. */
export function documentOf(page: Page, shell: Shell): string {
  const t = translator(residentTexts, page.language);
  return html`<!doctype html>
    <html lang="${locales[page.language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <meta name="description" content="${page.description}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131416" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${page.listed ? alternates(page, shell) : html`<meta name="robots" content="noindex" />`}
        ${styleElement(shell.styles)}
        ${shell.script !== null && html`<script type="module" src="${shell.script}"></script>`}
      </head>
      <body data-kind="${page.kind}" data-state="${page.state ?? ''}" data-language="${page.language}">
        <a class="skip" href="#main">${t('skip')}</a>
        <header>${languageLinks(page)}${page.header}</header>
        <main id="main" tabindex="-1">${page.main}</main>
        ${page.footer && html`<footer>${page.footer}</footer>`}
      </body>
    </html>`.toString();
}

/** Address of a page in a language. The choice travels with every link. */
export function addressIn(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}

/** "/seongdong/main" of slugs. */
export function pathOf(...segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

function alternates({ path }: Page, { origin }: Shell): Html {
  return html`<link rel="alternate" hreflang="x-default" href="${origin}${path}" />${allLanguages.map(
      (language) => html`<link rel="alternate" hreflang="${language}" href="${origin}${addressIn(path, language)}" />`,
    )}`;
}

function languageLinks({ path, language }: Page): Html {
  const t = translator(residentTexts, language);
  return html`<nav class="languages" aria-label="${t('languages')}">
    <ul>
      ${allLanguages.map(
        (each) =>
          html`<li>
            <a
              href="${addressIn(path, each)}"
              lang="${locales[each]}"
              hreflang="${each}"
              ${each === language && html` aria-current="true"`}
              >${languageNames[each]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
