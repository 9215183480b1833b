import type { SetupProgress, SetupTemplate } from '@sunbeon/contract';
import { useEffect, useState } from 'react';
import { CountersStep } from './counters-step.tsx';
import type { DraftStepProps } from './draft-step-props.ts';
import { draftOf, draftSteps, wrongSteps, type OfficeDraft } from './draft.ts';
import { HoursStep } from './hours-step.tsx';
import { keepDraft, readDraft } from './kept-draft.ts';
import { opensToday } from './opens-today.ts';
import { OfficeStep } from './office-step.tsx';
import { ServicesStep } from './services-step.tsx';
import type { WizardStep } from './steps.ts';

interface DraftStepsProps {
  known: SetupProgress;
  step: WizardStep;
  templates: readonly SetupTemplate[];
  onStep: (step: WizardStep) => void;
  onMade: () => Promise<void>;
}

/** The office as it is being set up, over four steps; nothing is made before the last of them. */
export function DraftSteps({ known, step, templates, onStep, onMade }: DraftStepsProps) {
  const tenant = known.tenant.slug;
  const [draft, setDraft] = useState(() => firstDraft(tenant, templates));
  const [tried, setTried] = useState(false);
  useEffect(() => keepDraft(tenant, draft), [tenant, draft]);
  const template = templates.find(({ code }) => code === draft?.template);
  if (draft === null || template === undefined) return null;
  const wrong = tried ? wrongSteps(draft) : [];
  const common: DraftStepProps = { known, draft, template, templates, wrong, onDraft: setDraft, onStep };
  const made = async () => {
    keepDraft(tenant, null);
    await onMade();
  };
  switch (draftSteps.find((each) => each === step)) {
    case 'services':
      return <ServicesStep {...common} />;
    case 'counters':
      return <CountersStep {...common} />;
    case 'hours':
      return <HoursStep {...common} onTry={() => setTried(true)} onMade={made} />;
    default:
      return <OfficeStep {...common} />;
  }
}

/** The one kept in this browser if its template is still there, else what the first template proposes. */
function firstDraft(tenant: string, templates: readonly SetupTemplate[]): OfficeDraft | null {
  const kept = readDraft(tenant);
  if (kept !== null && templates.some(({ code }) => code === kept.template)) return kept;
  const [first] = templates;
  return first === undefined ? null : draftOf(first, { name: '', address: '' }, opensToday(first));
}
