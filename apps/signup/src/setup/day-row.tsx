import { useTexts } from '@sunbeon/ui';
import { useId } from 'react';
import { FieldError } from '../parts/field-error.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import type { DayDraft, HoursFault, Weekday } from './hours.ts';

interface DayRowProps {
  weekday: Weekday;
  day: DayDraft;
  fault: HoursFault | null;
  /** No day is open at all. */
  noDay: boolean;
  onDay: (day: DayDraft) => void;
}

/** One day of the week: open or not, from when to when, and its night office. */
export function DayRow({ weekday, day, fault, noDay, onDay }: DayRowProps) {
  const t = useTexts(setupTexts);
  const said = useId();
  const name = t(`day_${weekday}`);
  const time = (key: 'from' | 'to' | 'nightTo', label: string, wrong: boolean) => (
    <input
      type="time"
      className="cell-input cell-input--time"
      required
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={said}
      value={day[key]}
      onChange={(event) => onDay({ ...day, [key]: event.target.value })}
    />
  );
  return (
    <li className="day" data-open={day.open}>
      <label className="day__name">
        <input
          type="checkbox"
          className="tick"
          checked={day.open}
          aria-label={t('open_of', { day: name })}
          aria-invalid={noDay}
          aria-describedby={noDay ? 'week-said' : undefined}
          onChange={(event) => onDay({ ...day, open: event.target.checked })}
        />
        <span aria-hidden="true">{name}</span>
      </label>
      {day.open ? (
        <>
          <span className="day__span">
            {time('from', t('from_time', { day: name }), fault === 'day')}
            <span aria-hidden="true">{t('until')}</span>
            {time('to', t('to_time', { day: name }), fault !== null)}
          </span>
          <span className="day__night">
            <label className="check check--small">
              <input
                type="checkbox"
                checked={day.night}
                aria-label={t('night_of', { day: name })}
                onChange={(event) => onDay({ ...day, night: event.target.checked })}
              />
              <span aria-hidden="true">{t('night')}</span>
            </label>
            {day.night && (
              <>
                <span aria-hidden="true">{t('until')}</span>
                {time('nightTo', t('night_to', { day: name }), fault === 'night')}
              </>
            )}
          </span>
        </>
      ) : (
        <span className="day__closed">{t('closed')}</span>
      )}
      <FieldError id={said} error={fault === 'day' || fault === 'night' ? t(`fault_${fault}`) : null} />
    </li>
  );
}
