import type { CounterState, Hall } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import type { Urgency } from '../hall/waiting-view.ts';
import { usePriorityName } from './priority-name.ts';
import { texts } from '../texts/texts.ts';

/** States of a counter, told apart without colour. */
const stateShapes: Readonly<Record<CounterState, ReactNode>> = {
  closed: <path d="M5 12h14" stroke="currentColor" strokeWidth="3" />,
  open: <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="3" />,
  called: <path d="M4 9v6h4l6 5V4L8 9zm13 .5v5m3-8v11" fill="currentColor" stroke="currentColor" strokeWidth="2" />,
  serving: <circle cx="12" cy="12" r="9.5" fill="currentColor" />,
  paused: <path d="M6 4h4v16H6zm8 0h4v16h-4z" fill="currentColor" />,
};

export function CounterStateMark({ state }: { state: CounterState }) {
  const t = useTexts(texts);
  return (
    <span className={`state state--${state}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {stateShapes[state]}
      </svg>
      {t(`counter_${state}`)}
    </span>
  );
}

/** Over target: triangle; over limit: filled octagon with a bar; neither: an empty place of the same width. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  if (urgency === 'fresh') return <span className="urgency" aria-hidden="true" />;
  return (
    <svg className={`urgency urgency--${urgency}`} viewBox="0 0 24 24" aria-hidden="true">
      {urgency === 'target' ? (
        <path d="M12 3.5 22 21H2z" fill="none" stroke="currentColor" strokeWidth="2.5" />
      ) : (
        <path
          d="M7.2.5h9.6l6.7 6.7v9.6l-6.7 6.7H7.2L.5 16.8V7.2zM10.3 5l.5 9h2.4l.5-9zm.2 11v3h3v-3z"
          fill="currentColor"
          fillRule="evenodd"
        />
      )}
    </svg>
  );
}

/**
 * Marks a priority visitor. A passer-by sees a diamond; the reason is for staff who point at it or have it read out.
 */
export function PriorityMark({ hall, priority }: { hall: Hall; priority: string }) {
  const t = useTexts(texts);
  const name = usePriorityName(hall);
  const reason = `${t('act_priority')}: ${name(priority)}`;
  return (
    <svg className="priority-mark" viewBox="0 0 24 24" role="img" aria-label={reason} data-testid="priority-mark">
      <title>{reason}</title>
      <path d="M12 1.5 22.5 12 12 22.5 1.5 12z" fill="currentColor" />
    </svg>
  );
}

/** A small plain icon: note, clock, way back, target. */
export function SmallMark({ kind, label }: { kind: 'note' | 'booked' | 'back' | 'kept'; label: string }) {
  const shapes: Readonly<Record<typeof kind, string>> = {
    note: 'M4 4h16v12H9l-5 4zM8 9h8M8 12h5',
    booked: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
    back: 'M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 10h-3',
    kept: 'M12 3v18M5 10l7-7 7 7',
  };
  return (
    <svg className="small-mark" viewBox="0 0 24 24" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={shapes[kind]} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
