import type { Language } from '@sunbeon/contract';
import { formatAge, formatTime, languageNames, translator } from '@sunbeon/ui';
import { residentTexts } from '../texts.ts';
import { ageOf, Contact, type Age } from './age.ts';
import { Feed, type FeedListener, type FeedSource } from './feed.ts';

const STORED = 'sunbeon.live';
/** A page that nobody sees gives its connection back after so long. */
const HIDDEN_MS = 30_000;

export interface PageInput {
  readonly bar: HTMLElement;
  readonly source: FeedSource;
  readonly listener: FeedListener;
  /** Goes on while the page is hidden, for a title that tells. */
  readonly whileHidden: boolean;
  /** Epoch milliseconds by the office's clock of what is shown, given the server's clock at the last contact. */
  shownAtMs(serverMs: number | null): number;
}

/** Language of the page, as the server wrote it. */
export function pageLanguage(): Language {
  const language = document.body.dataset['language'] ?? 'ko';
  return language in languageNames ? (language as Language) : 'ko';
}

/** What all live pages do: follow the source, say how old the page is, stop and go on when asked. */
export function keepLive({ bar, source, listener, whileHidden, shownAtMs }: PageInput): void {
  const language = pageLanguage();
  const t = translator(residentTexts, language);
  const contact = new Contact(() => Date.now());
  const feed = new Feed(source, contact, listener);
  const age = bar.querySelector<HTMLElement>('[data-age]');
  const lost = document.querySelector<HTMLElement>('[data-lost]');
  const button = bar.querySelector<HTMLButtonElement>('[data-switch]');
  let stopped = sessionStorage.getItem(STORED) === 'off';

  const time = () => formatTime(shownAtMs(contact.serverMs), bar.dataset['zone'] ?? 'Asia/Seoul');
  const words: Readonly<Record<Age, () => string>> = {
    connecting: () => t('connecting'),
    live: () => t('live'),
    old: () => formatAge(contact.seconds(), language),
    lost: () => formatAge(contact.seconds(), language),
  };
  const show = () => {
    const kind = ageOf(contact.seconds(), contact.had);
    const old = !stopped && kind === 'lost';
    setText(age, stopped ? t('stopped', { time: time() }) : words[kind]());
    if (age) age.dataset['age'] = stopped ? 'stopped' : kind;
    document.body.dataset['age'] = old ? 'lost' : '';
    setText(lost, old ? t('down', { time: time() }) : '');
    if (lost) lost.hidden = !old;
    setText(button, t(stopped ? 'resume' : 'stop'));
  };
  const follow = () => {
    if (stopped) feed.stop();
    else feed.start();
    show();
  };

  button?.addEventListener('click', () => {
    stopped = !stopped;
    sessionStorage.setItem(STORED, stopped ? 'off' : 'on');
    follow();
  });
  if (button) button.hidden = false;
  lost?.setAttribute('role', 'status');
  restWhileHidden(feed, whileHidden, follow);
  setInterval(show, 1_000);
  follow();
}

function restWhileHidden(feed: Feed, whileHidden: boolean, follow: () => void): void {
  let timer: number | undefined;
  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(timer);
    if (document.visibilityState === 'visible') follow();
    else if (!whileHidden) timer = window.setTimeout(() => feed.stop(), HIDDEN_MS);
  });
  // A page that comes back from the browser's memory continues; its connection was cut.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) follow();
  });
}

/** Only a change is written: a live region would be read again. */
export function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
