import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { countersOf, mostCounters } from './draft.ts';
import type { DraftStepProps } from './draft-step-props.ts';
import { StepForm } from './step-form.tsx';

/** How many counters there are. */
export function CountersStep({ known, draft, wrong, onDraft, onStep }: DraftStepProps) {
  const t = useTexts(setupTexts);
  const [tried, setTried] = useState(wrong.includes('counters'));
  const count = countersOf(draft);
  const step = (by: number) =>
    onDraft({ ...draft, counters: String(Math.min(mostCounters, Math.max(1, (count ?? 1) + by))) });
  return (
    <StepForm
      {...{ known, wrong }}
      step="counters"
      title={t('counters_title')}
      about={t('counters_about')}
      onSend={(form) => {
        setTried(true);
        if (count === undefined) form.querySelector('input')?.focus();
        else onStep('hours');
      }}
      onBack={() => onStep('services')}
    >
      <Field
        name="counters"
        label={t('counters')}
        inputMode="numeric"
        maxLength={2}
        className="count-field"
        value={draft.counters}
        error={tried && count === undefined ? t('counters_wrong') : null}
        onChange={(event) => onDraft({ ...draft, counters: event.target.value.trim() })}
        after={
          <>
            <Button className="count-field__button" aria-label={t('fewer')} onClick={() => step(-1)}>
              −
            </Button>
            <Button className="count-field__button" aria-label={t('more')} onClick={() => step(1)}>
              +
            </Button>
          </>
        }
      />
      {count !== undefined && (
        <ol className="counter-tiles" aria-label={t('counter_list')}>
          {Array.from({ length: count }, (_, n) => (
            <li key={n}>{n + 1}</li>
          ))}
        </ol>
      )}
    </StepForm>
  );
}
