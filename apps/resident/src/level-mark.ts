import type { Language, Level } from '@sunbeon/contract';
import { formatLevel, translator } from '@sunbeon/ui';
import { html, type Html } from './html.ts';
import { residentTexts } from './texts.ts';

/** The same shapes as the screens': hollow circle, half-filled square, triangle, octagon with a bar. */
const shapes: Readonly<Record<Level, Html>> = {
  quiet: html`<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="3.5" />`,
  normal: html`<rect x="3.5" y="3.5" width="17" height="17" fill="none" stroke="currentColor" stroke-width="3.5" /><path
      d="M3.5 12h17v8.5h-17z"
      fill="currentColor"
    />`,
  busy: html`<path d="M12 1.5 23.5 22H.5z" fill="currentColor" />`,
  crowded: html`<path
    d="M7.2.5h9.6l6.7 6.7v9.6l-6.7 6.7H7.2L.5 16.8V7.2zM10.3 5l.5 9h2.4l.5-9zm.2 11v3h3v-3z"
    fill="currentColor"
    fill-rule="evenodd"
  />`,
};

/** Congestion level (혼잡도) by word, shape and colour; null = closed, word only. */
export function levelMark(level: Level | null, language: Language): Html {
  const shape = level && html`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes[level]}</svg>`;
  return html`<span class="level ${level ?? 'none'}"
    >${shape}${level === null ? translator(residentTexts, language)('closed_short') : formatLevel(level, language)}</span
  >`;
}
