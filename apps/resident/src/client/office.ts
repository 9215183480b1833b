import type { PublicStatus } from '@sunbeon/contract';
import { officeSlots, slotOf } from '../views/office-slots.ts';
import { isNewer, type Snapshot } from './age.ts';
import { newsOf } from './news.ts';
import { keepLive, pageLanguage, setText } from './page.ts';
import { fillSlots, forgetSlots, slotNames } from './slots.ts';

/** Screen readers are told of changes at most this often. */
const SAY_MS = 10_000;

/** Makes the office page live. */
export function liveOffice(bar: HTMLElement): void {
  const { tenant = '', office = '', revision = '0', asOf = '', at = '', rehearsal } = bar.dataset;
  const base = `/api/public/${encodeURIComponent(tenant)}/${encodeURIComponent(office)}`;
  const language = pageLanguage();
  const say = speaker();
  let shown: Snapshot = { revision: Number(revision), asOfMs: Date.parse(asOf) };
  let changedAtMs = Date.parse(at);
  let source = 'ok';

  const onSnapshot = (value: unknown) => {
    const status = value as PublicStatus;
    const next = { revision: status.revision, asOfMs: Date.parse(status.source.asOf) };
    say(status);
    if (!isNewer(next, shown)) return;
    shown = next;
    changedAtMs = Date.parse(status.at);
    source = status.source.state;
    void show(status);
  };
  const show = async (status: PublicStatus) => {
    if (!sameServices(status)) await renewServices();
    fillSlots(officeSlots(status, language));
  };

  keepLive({
    bar,
    source: { url: `${base}/status`, eventsUrl: `${base}/events` },
    listener: { onSnapshot, onGone },
    whileHidden: false,
    // A rehearsal has a clock of its own, and hardware knows best itself how old its figures are.
    shownAtMs: (serverMs) => {
      if (rehearsal === '1') return changedAtMs;
      return source === 'ok' && serverMs !== null ? serverMs : Math.max(changedAtMs, shown.asOfMs);
    },
  });
}

/** A page and figures that disagree are not loaded again and again. */
const RELOAD_AFTER_MS = 20_000;

/** The office rests, or is there no more: the server's page says it in full. */
function onGone(): void {
  if (performance.now() > RELOAD_AFTER_MS) location.reload();
}

/** The office added or removed services: their places come from the server, with all that belongs to them. */
async function renewServices(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const selector = 'section[aria-labelledby="services"]';
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
  if (!old || !fresh) return;
  old.replaceWith(fresh);
  forgetSlots();
}

function sameServices({ services }: PublicStatus): boolean {
  return services.map(slotOf).join() === slotNames('service-').join();
}

/** Tells screen readers what changed since they were last told. */
function speaker(): (status: PublicStatus) => void {
  const place = document.querySelector<HTMLElement>('[data-says]');
  const language = pageLanguage();
  let told: PublicStatus | null = null;
  let toldAtMs = 0;
  return (status) => {
    if (told === null) told = status;
    if (Date.now() - toldAtMs < SAY_MS) return;
    const text = newsOf(told, status, language);
    if (text === '') return;
    setText(place, text);
    told = status;
    toldAtMs = Date.now();
  };
}
