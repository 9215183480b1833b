import type { SetupProgress } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { StepList } from './step-list.tsx';
import { doneSteps, wizardSteps, type WizardStep } from './steps.ts';

interface WizardPageProps {
  known: SetupProgress;
  step: WizardStep;
  title: string;
  about?: ReactNode;
  /** Steps of the draft in which something is wrong. */
  wrong?: readonly WizardStep[];
  children: ReactNode;
}

/** One step: what there is to do, and beside it where one is. */
export function WizardPage({ known, step, title, about, wrong = [], children }: WizardPageProps) {
  const t = useTexts(setupTexts);
  const n = wizardSteps.indexOf(step) + 1;
  return (
    <Page
      title={title}
      about={about}
      eyebrow={`${known.tenant.name} · ${t('title')} · ${t('step_n', { n, all: wizardSteps.length })}`}
      width="wide"
      testId={`setup-${step}`}
      aside={<StepList {...{ step, wrong }} done={doneSteps(known)} reachable={known.office !== null} />}
    >
      {known.tenant.status === 'pending' && <Notice kind="information">{t('pending')}</Notice>}
      {children}
    </Page>
  );
}
