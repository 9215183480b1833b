import type { Hall, HallCounter } from '@sunbeon/contract';
import { LevelBadge, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { minutesSince } from '../hall/waiting-view.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { CounterStateMark } from '../parts/marks.tsx';
import { texts } from '../texts/texts.ts';

interface HallColumnProps {
  hall: Hall;
  counter: HallCounter | null;
  nowMs: number;
  mayAnswer: boolean;
  blocked: boolean;
  onAnswer: () => void;
}

/** The hall around the desk: who asks for help, how many wait, what the other counters do. */
export function HallColumn({ hall, counter, nowMs, mayAnswer, blocked, onAnswer }: HallColumnProps) {
  const t = useTexts(texts);
  return (
    <section className="column column--hall" aria-labelledby="hall-title" data-testid="hall">
      <header className="column__head">
        <h2 id="hall-title">{t('column_hall')}</h2>
        <LevelBadge level={hall.board.level} />
      </header>
      <div className="column__body" tabIndex={0} role="group" aria-labelledby="hall-title">
        <HelpCalls {...{ hall, counter, nowMs, mayAnswer, blocked, onAnswer }} />
        <Services hall={hall} />
        <Counters hall={hall} own={counter} nowMs={nowMs} />
        <Announcements hall={hall} />
      </div>
    </section>
  );
}

function HelpCalls({ hall, counter, nowMs, mayAnswer, blocked, onAnswer }: HallColumnProps) {
  const t = useTexts(texts);
  const calls = helpCalls(hall, counter);
  const own = counter?.help ?? null;
  if (calls.length === 0 && own === null) return null;
  return (
    <section className="helps" aria-label={t('help_title')}>
      {own !== null && <p className="help help--own">{t(own.kind === 'emergency' ? 'emergency_mine' : 'help_mine')}</p>}
      {calls.map(({ number, kind, at }, index) => (
        <div key={number} className={`help help--${kind}`} data-testid={`help-${number}`}>
          <p>
            <b>{t(kind === 'emergency' ? 'emergency_from' : 'help_from', { counter: number })}</b>{' '}
            {t('minutes', { n: minutesSince(at, nowMs) })}
          </p>
          {mayAnswer && index === 0 && (
            <ActionButton action="answerHelp" size="small" blocked={blocked} onAct={onAnswer} />
          )}
        </div>
      ))}
    </section>
  );
}

/** Help calls of the colleagues: emergencies first, then the oldest. */
export function helpCalls(hall: Hall, own: HallCounter | null) {
  const calls = hall.counters.flatMap(({ id, number, help }) =>
    help === null || id === own?.id ? [] : [{ id, number, ...help }],
  );
  const rank = (kind: string) => (kind === 'emergency' ? 0 : 1);
  return calls.sort((a, b) => rank(a.kind) - rank(b.kind) || a.at.localeCompare(b.at));
}

function Services({ hall }: { hall: Hall }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const busy = hall.board.services.filter(({ waiting }) => waiting > 0);
  const calm = hall.board.services.length - busy.length;
  return (
    <section className="side" aria-labelledby="services-title">
      <h3 id="services-title">{t('services')}</h3>
      <ul className="services">
        {busy.map((service) => (
          <li
            key={service.id}
            data-testid={`service-${service.code}`}
            title={t('open_counters', { n: service.openCounters })}
          >
            <span className="services__name">{localText(service.names, language)}</span>
            <b className="services__count">{t('people', { n: service.waiting })}</b>
            <span className="services__level">
              <LevelBadge level={service.level} />
            </span>
          </li>
        ))}
        {calm > 0 && <li className="services__calm">{t('services_calm', { n: calm })}</li>}
      </ul>
    </section>
  );
}

function Counters({ hall, own, nowMs }: { hall: Hall; own: HallCounter | null; nowMs: number }) {
  const t = useTexts(texts);
  const open = hall.counters.filter(({ state }) => state !== 'closed').length;
  return (
    <section className="side" aria-labelledby="counters-title">
      <h3 id="counters-title">
        {t('counters')} <span>{t('counters_open', { open, all: hall.counters.length })}</span>
      </h3>
      <ul className="counters">
        {hall.counters.map((counter) => (
          <li
            key={counter.id}
            className={counter.id === own?.id ? 'counter-row counter-row--own' : 'counter-row'}
            title={[counter.name, counter.staff?.name].filter(Boolean).join(' · ')}
            data-testid={`counter-${counter.number}`}
          >
            <b>{counter.number}</b>
            <CounterStateMark state={counter.state} />
            <span className="counter-row__ticket">
              {counter.ticket?.number ?? (counter.id === own?.id ? t('me') : '')}
            </span>
            <span className="counter-row__minutes">{minutesAt(counter, nowMs, (n) => t('minutes', { n }))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Minutes in the present state: of the ticket where there is one, else of the counter; nothing when closed. */
function minutesAt({ state, ticket, since }: HallCounter, nowMs: number, say: (n: number) => string): string {
  const from = ticket === null ? since : (ticket.startedAt ?? ticket.calledAt ?? since);
  return state === 'closed' || from === null ? '' : say(minutesSince(from, nowMs));
}

function Announcements({ hall }: { hall: Hall }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const news = hall.board.announcements.filter(({ places }) => places.includes('counter'));
  if (news.length === 0) return null;
  return (
    <section className="side" aria-labelledby="news-title">
      <h3 id="news-title">{t('announcements')}</h3>
      <ul className="news">
        {news.map((text) => (
          <li key={text.ko}>{localText(text, language)}</li>
        ))}
      </ul>
    </section>
  );
}
