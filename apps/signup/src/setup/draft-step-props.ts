import type { SetupProgress, SetupTemplate } from '@sunbeon/contract';
import type { DraftStep, OfficeDraft } from './draft.ts';
import type { WizardStep } from './steps.ts';

/** What a step of the draft gets. */
export interface DraftStepProps {
  known: SetupProgress;
  draft: OfficeDraft;
  template: SetupTemplate;
  templates: readonly SetupTemplate[];
  /** Steps to correct, told once somebody has tried to make the office. */
  wrong: readonly DraftStep[];
  onDraft: (draft: OfficeDraft) => void;
  onStep: (step: WizardStep) => void;
}
