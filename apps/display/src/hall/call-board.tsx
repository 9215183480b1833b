import type { Board, CallMessage } from '@sunbeon/contract';
import { formatTime, useTexts } from '@sunbeon/ui';
import type { CSSProperties } from 'react';
import { texts } from '../texts.ts';
import type { CallsView } from './calls-view.ts';

interface CallBoardProps {
  view: CallsView;
  office: Board['office'];
}

/** The last call, as large as the column allows, and the four before it. */
export function CallBoard({ view, office }: CallBoardProps) {
  const t = useTexts(texts);
  return (
    <section className="calls" data-testid="calls">
      <header className="calls__head">
        <h1>{t('calls_title')}</h1>
        <p>
          {office.nightOffice && <b className="calls__night">{t('night_office')}</b>}
          {office.closesAt !== null && (
            <span>{t('open_until', { time: formatTime(Date.parse(office.closesAt), office.zone) })}</span>
          )}
        </p>
      </header>
      {view.first === null ? (
        <p className="calls__none" data-testid="no-calls">
          {t('no_calls')}
        </p>
      ) : (
        <FirstCall call={view.first} />
      )}
      <ol className="calls__before" data-testid="calls-before">
        {view.before.map((call) => (
          <li key={call.seq} className="calls__row" data-testid="call-row">
            <b>{call.number}</b>
            <Arrow />
            <span>{t('counter', { n: call.counter })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function FirstCall({ call }: { call: CallMessage }) {
  const t = useTexts(texts);
  return (
    <div className="calls__first" data-testid="first-call" data-seq={call.seq}>
      <p className="calls__number" style={{ '--chars': Math.max(3, call.number.length) } as CSSProperties}>
        {call.number}
      </p>
      <p className="calls__counter">
        <Arrow />
        {t('counter', { n: call.counter })}
      </p>
    </div>
  );
}

export function Arrow() {
  return (
    <svg className="arrow" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 12h17M13 4.5 20.5 12 13 19.5" fill="none" stroke="currentColor" strokeWidth="3.4" />
    </svg>
  );
}
