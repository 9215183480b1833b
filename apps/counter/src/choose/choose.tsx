import type { Hall, HallCounter, Me } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useEffect } from 'react';
import { waitingGroups } from '../hall/waiting-view.ts';
import { CounterStateMark } from '../parts/marks.tsx';
import { doorTexts } from '../texts/door-texts.ts';

/** Choice among several offices. */
export function ChooseOffice({ me, onChoose }: { me: Me; onChoose: (slug: string) => void }) {
  const t = useTexts(doorTexts);
  useEffect(() => {
    document.title = t('choose_office');
  }, [t]);
  return (
    <main className="choose" data-testid="choose-office">
      <h1>{t('choose_office')}</h1>
      {me.offices.length === 0 && <p className="choose__none">{t('no_office')}</p>}
      <ul className="choose__offices">
        {me.offices.map((office, index) => (
          <li key={office.slug}>
            <Button autoFocus={index === 0} data-testid={`office-${office.slug}`} onClick={() => onChoose(office.slug)}>
              {office.name}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

interface ChooseCounterProps {
  hall: Hall;
  me: Me;
  nowMs: number;
  /** Number of the counter of last time. */
  last: string | null;
  /** A counter that the address named and that is not there. */
  unknown: string | null;
  mayIssue: boolean;
  onChoose: (counter: HallCounter) => void;
  onGreeter: () => void;
}

/** All counters of the office: state, who sits there, how many wait for it. */
export function ChooseCounter({ hall, me, nowMs, last, unknown, mayIssue, onChoose, onGreeter }: ChooseCounterProps) {
  const t = useTexts(doorTexts);
  const own = hall.counters.find(({ staff }) => staff?.id === me.id);
  const wanted = own?.number ?? last;
  useEffect(() => {
    document.title = t('choose_counter');
  }, [t]);
  return (
    <main className="choose" data-testid="choose-counter">
      <h1>{t('choose_counter')}</h1>
      <p className="choose__hint">{unknown === null ? t('choose_hint') : t('counter_unknown', { counter: unknown })}</p>
      {hall.counters.length === 0 && <p className="choose__none">{t('no_counter')}</p>}
      <ul className="choose__counters">
        {hall.counters.map((counter) => (
          <li key={counter.id}>
            <CounterCard
              {...{ hall, counter, nowMs }}
              mark={counter.id === own?.id ? 'yours' : counter.number === last ? 'last_time' : null}
              focus={counter.number === wanted}
              onChoose={() => onChoose(counter)}
            />
          </li>
        ))}
      </ul>
      {mayIssue && (
        <Button className="choose__greeter" onClick={onGreeter} data-testid="go-greeter">
          {t('greeter')} <small>{t('greeter_hint')}</small>
        </Button>
      )}
    </main>
  );
}

interface CounterCardProps {
  hall: Hall;
  counter: HallCounter;
  nowMs: number;
  mark: 'yours' | 'last_time' | null;
  focus: boolean;
  onChoose: () => void;
}

function CounterCard({ hall, counter, nowMs, mark, focus, onChoose }: CounterCardProps) {
  const t = useTexts(doorTexts);
  const waiting = waitingGroups(hall, counter, 'mine', nowMs).reduce((sum, group) => sum + group.rows.length, 0);
  const who = counter.staff?.name ? t('taken_by', { name: counter.staff.name }) : t('free_counter');
  return (
    <button
      type="button"
      className={mark === null ? 'counter-card' : 'counter-card counter-card--marked'}
      data-testid={`choose-${counter.number}`}
      autoFocus={focus}
      onClick={onChoose}
    >
      <b className="counter-card__number">
        <span className="visually-hidden">{t('counter_n', { number: counter.number })}</span>
        <span aria-hidden="true">{counter.number}</span>
      </b>
      <span className="counter-card__name">{counter.name}</span>
      <CounterStateMark state={counter.state} />
      <span>{who}</span>
      <small>{t('waiting_here', { n: waiting })}</small>
      {mark !== null && <span className="chip chip--primary">{t(mark)}</span>}
    </button>
  );
}
