import { useTexts } from '@sunbeon/ui';
import { FieldError } from '../parts/field-error.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { lunchWays, officeHours, type HoursDraft, type HoursFault } from './hours.ts';

interface LunchPartProps {
  hours: HoursDraft;
  counters: number;
  fault: HoursFault | null;
  onHours: (change: Partial<HoursDraft>) => void;
}

/** How the office takes its lunch, and when. */
export function LunchPart({ hours, counters, fault, onHours }: LunchPartProps) {
  const t = useTexts(setupTexts);
  const wrong = fault === 'lunch' || fault === 'lunch_outside';
  const time = (key: 'lunchFrom' | 'lunchTo', label: string) => (
    <input
      type="time"
      className="cell-input cell-input--time"
      required
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby="lunch-said"
      value={hours[key]}
      onChange={(event) => onHours({ [key]: event.target.value })}
    />
  );
  return (
    <fieldset>
      <legend>{t('lunch')}</legend>
      <div className="stack stack--close">
        <div>
          {lunchWays.map((way) => (
            <label key={way} className="check">
              <input type="radio" name="lunch" checked={hours.lunch === way} onChange={() => onHours({ lunch: way })} />
              <span>{t(`lunch_${way}`)}</span>
            </label>
          ))}
        </div>
        {hours.lunch !== 'none' && (
          <p className="day__span">
            {time('lunchFrom', t('lunch_from'))}
            <span aria-hidden="true">{t('until')}</span>
            {time('lunchTo', t('lunch_to'))}
          </p>
        )}
        <FieldError id="lunch-said" error={wrong ? t(`fault_${fault}`) : null} />
        {!wrong && <Turns {...{ hours, counters }} />}
      </div>
    </fieldset>
  );
}

/** Who has lunch when, in words. */
function Turns({ hours, counters }: { hours: HoursDraft; counters: number }) {
  const t = useTexts(setupTexts);
  const { lunchTurns } = officeHours(hours, counters, { on: '', reason: '' });
  const [first, second] = lunchTurns.map(({ span }) => `${span.from}–${span.to}`);
  if (first === undefined || second === undefined) return null;
  return <p className="muted">{t('lunch_turns_is', { first, second })}</p>;
}
