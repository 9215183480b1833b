import type { SetupProgress } from '@sunbeon/contract';
import { draftSteps } from './draft.ts';

/** Steps as the page shows them: those of the draft, those that the server knows, and the end. */
export const wizardSteps = [...draftSteps, 'staff', 'kiosk', 'ticket', 'done'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export function isWizardStep(text: string): text is WizardStep {
  return wizardSteps.some((step) => step === text);
}

export const isDraftStep = (step: WizardStep): boolean => draftSteps.some((each) => each === step);

/** Which steps are done: the draft's once there is an office, the others as the server says. */
export function doneSteps({ steps, office, done }: SetupProgress): ReadonlySet<WizardStep> {
  const told = steps.filter((one) => one.done).map(({ step }) => step);
  const known = wizardSteps.filter((step) => told.some((each) => each === step) && !isDraftStep(step));
  return new Set([...(office === null ? [] : draftSteps), ...known, ...(done ? (['done'] as const) : [])]);
}

/**
 * Where somebody goes on who comes back: the first step that is not done. Colleagues may be invited at any time, so a
 * set-up that is past that step does not go back to it.
 */
export function currentStep(progress: SetupProgress): WizardStep {
  const done = doneSteps(progress);
  const past = done.has('kiosk') || done.has('ticket');
  const open = wizardSteps.filter((step) => !done.has(step) && !(step === 'staff' && past));
  return open[0] ?? 'done';
}

/** The step to show for an address: the asked one where it makes sense, else the current one. */
export function shownStep(asked: string, progress: SetupProgress): WizardStep {
  if (!isWizardStep(asked)) return currentStep(progress);
  if (progress.office === null) return isDraftStep(asked) ? asked : 'office';
  if (isDraftStep(asked)) return currentStep(progress);
  if (asked === 'done') return progress.done || doneSteps(progress).has('ticket') ? 'done' : currentStep(progress);
  return asked;
}
