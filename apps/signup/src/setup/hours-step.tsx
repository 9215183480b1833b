import { useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Fault } from '../parts/notice.tsx';
import { Submit } from '../parts/submit.tsx';
import { useSession } from '../parts/page.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { useWork } from '../asking/use-work.ts';
import { DayRow } from './day-row.tsx';
import { countersOf, setupRequest, wrongSteps } from './draft.ts';
import type { DraftStepProps } from './draft-step-props.ts';
import { hoursWrong, weekdays, type HoursDraft } from './hours.ts';
import { koreanNow } from './korean-now.ts';
import { limitSaid } from './limit-said.ts';
import { LunchPart } from './lunch-part.tsx';
import { StepForm } from './step-form.tsx';
import { FieldError } from '../parts/field-error.tsx';

interface HoursStepProps extends DraftStepProps {
  /** Somebody wants the office made: from now on the steps show what is wrong in them. */
  onTry: () => void;
  onMade: () => Promise<void>;
}

/** When the office is open; the last step before it is made. */
export function HoursStep({ known, draft, wrong, onDraft, onStep, onTry, onMade }: HoursStepProps) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const [tried, setTried] = useState(wrong.includes('hours'));
  const { hours } = draft;
  const faults = tried ? hoursWrong(hours) : {};
  const change = (next: Partial<HoursDraft>) => onDraft({ ...draft, hours: { ...hours, ...next } });
  const make = () => {
    const today = { on: koreanNow(Date.now()).on, reason: t('today_reason') };
    work.run(async () => {
      await session.client.call('setupOffice', { body: setupRequest(draft, today), timeoutMs: 30_000 });
      await onMade();
    });
  };
  return (
    <StepForm
      {...{ known, wrong }}
      step="hours"
      title={t('hours_title')}
      about={t('hours_about')}
      onSend={(form) => {
        setTried(true);
        onTry();
        const [first] = wrongSteps(draft);
        if (first === undefined) make();
        else if (first !== 'hours') onStep(first);
        else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
      onBack={() => onStep('counters')}
      submit={
        <Submit working={work.working} workingText={t('making')} data-testid="setup-make">
          {t('make')}
        </Submit>
      }
    >
      <fieldset className="days">
        <legend>{t('step_hours')}</legend>
        <ul>
          {weekdays.map((key) => (
            <DayRow
              key={key}
              weekday={key}
              day={hours.days[key]}
              fault={faults[key] ?? null}
              noDay={faults.week !== undefined}
              onDay={(day) => change({ days: { ...hours.days, [key]: day } })}
            />
          ))}
        </ul>
        <FieldError id="week-said" error={faults.week === undefined ? null : t('fault_no_day')} />
      </fieldset>
      <LunchPart {...{ hours }} counters={countersOf(draft) ?? 1} fault={faults.lunch ?? null} onHours={change} />
      <div>
        <label className="check">
          <input
            type="checkbox"
            checked={hours.holidays}
            onChange={(event) => change({ holidays: event.target.checked })}
          />
          <span>{t('holidays')}</span>
        </label>
        {hours.today && (
          <label className="check">
            <input
              type="checkbox"
              checked={hours.today}
              onChange={(event) => change({ today: event.target.checked })}
            />
            <span>{t('today')}</span>
          </label>
        )}
      </div>
      <Fault
        fault={work.fault}
        said={{
          validation: t('office_refused'),
          slug_taken: t('office_there'),
          plan_limit: limitSaid(work.fault, language),
        }}
      />
    </StepForm>
  );
}
