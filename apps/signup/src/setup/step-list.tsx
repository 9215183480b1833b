import { useTexts } from '@sunbeon/ui';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { isDraftStep, wizardSteps, type WizardStep } from './steps.ts';

interface StepListProps {
  step: WizardStep;
  done: ReadonlySet<WizardStep>;
  wrong: readonly WizardStep[];
  /** There is an office: the steps after it can be opened. */
  reachable: boolean;
}

/** All steps with their state, told by shape and word; those that can be opened are links. */
export function StepList({ step, done, wrong, reachable }: StepListProps) {
  const t = useTexts(setupTexts);
  return (
    <nav className="steps" aria-label={t('steps')}>
      <ol>
        {wizardSteps.map((each) => {
          const now = each === step;
          const state = now ? 'now' : wrong.includes(each) ? 'wrong' : done.has(each) ? 'done' : 'open';
          const opens = !now && each !== 'done' && (reachable ? !isDraftStep(each) : isDraftStep(each));
          const label = (
            <>
              <Mark state={state} n={wizardSteps.indexOf(each) + 1} />
              <span>{t(`step_${each}`)}</span>
              {state !== 'open' && <span className="visually-hidden"> ({t(`state_${state}`)})</span>}
            </>
          );
          return (
            <li key={each} className={`step step--${state}`} aria-current={now ? 'step' : undefined}>
              {opens ? (
                <Link href={addressOf('setup', each)}>{label}</Link>
              ) : (
                <span className="step__text">{label}</span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="steps__later">{t('later')}</p>
    </nav>
  );
}

function Mark({ state, n }: { state: string; n: number }) {
  if (state === 'done')
    return (
      <svg className="step__mark" viewBox="0 0 28 28" aria-hidden="true">
        <circle cx="14" cy="14" r="14" fill="currentColor" />
        <path d="m8.5 14.5 4 4 7-8" fill="none" stroke="var(--ground)" strokeWidth="2.5" />
      </svg>
    );
  return (
    <span className="step__mark" aria-hidden="true">
      {state === 'wrong' ? '!' : n}
    </span>
  );
}
