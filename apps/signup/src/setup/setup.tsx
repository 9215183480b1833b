import type { CallOutput } from '@sunbeon/client';
import type { Me, SetupProgress } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useCallback, useEffect } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { addressOf } from '../routing/place.ts';
import { go } from '../routing/use-place.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useLoaded, type Loaded } from '../asking/use-loaded.ts';
import { DoneStep } from './done-step.tsx';
import { DraftSteps } from './draft-steps.tsx';
import { KioskStep } from './kiosk-step.tsx';
import { StaffStep } from './staff-step.tsx';
import { shownStep, type WizardStep } from './steps.ts';
import { TicketStep } from './ticket-step.tsx';

/** Steps that wait for something to happen elsewhere ask the server so often. */
const liveMs = 2_000;
const restMs = 20_000;
const live = (step: string) => step === 'kiosk' || step === 'ticket';

/** The guided set-up. What is done is read from the server, so that anybody can take it up anywhere. */
export function Setup({ me, step: asked }: { me: Me; step: string }) {
  const t = useTexts(setupTexts);
  const session = useSession();
  const read = useCallback(() => session.client.call('setup'), [session]);
  const progress = useLoaded<SetupProgress>(read, { everyMs: live(asked) ? liveMs : restMs });
  const { value, fault, reload } = progress;
  const shown = value === null ? null : shownStep(asked, value);
  useEffect(() => {
    if (shown !== null && shown !== asked) go(addressOf('setup', shown), { replace: true });
  }, [shown, asked]);
  if (isProblem(fault, 'forbidden')) return <NotAllowed />;
  if (value === null || shown === null) return <Loading title={t('title')} fault={fault} onTry={() => void reload()} />;
  return <Wizard {...{ me, progress }} known={value} step={shown} />;
}

function NotAllowed() {
  const t = useTexts(setupTexts);
  return (
    <Page title={t('title')} testId="setup-refused">
      <Notice kind="warning">{t('not_allowed')}</Notice>
    </Page>
  );
}

interface WizardProps {
  me: Me;
  progress: Loaded<SetupProgress>;
  known: SetupProgress;
  step: WizardStep;
}

function Wizard({ me, progress, known, step }: WizardProps) {
  const session = useSession();
  const readTemplates = useCallback(() => session.client.call('setupTemplates'), [session]);
  const to = (next: WizardStep) => go(addressOf('setup', next));
  const made = async () => {
    await Promise.all([progress.reload(), session.refresh()]);
    to('staff');
  };
  switch (step) {
    case 'staff':
      return <StaffStep {...{ me, known }} onChange={progress.reload} onNext={() => to('kiosk')} />;
    case 'kiosk':
      return <KioskStep {...{ known }} lost={progress.fault !== null} onNext={() => to('ticket')} />;
    case 'ticket':
      return <TicketStep {...{ known }} lost={progress.fault !== null} onDone={() => to('done')} />;
    case 'done':
      return <DoneStep known={known} />;
    default:
      return <DraftPages {...{ known, step, readTemplates, made }} onStep={to} />;
  }
}

interface DraftPagesProps {
  known: SetupProgress;
  step: WizardStep;
  readTemplates: () => Promise<CallOutput<'setupTemplates'>>;
  made: () => Promise<void>;
  onStep: (step: WizardStep) => void;
}

function DraftPages({ known, step, readTemplates, made, onStep }: DraftPagesProps) {
  const t = useTexts(setupTexts);
  const { value, fault, reload } = useLoaded(readTemplates);
  if (value === null) return <Loading title={t('title')} fault={fault} onTry={() => void reload()} />;
  return <DraftSteps {...{ known, step, onStep }} templates={value} onMade={made} />;
}
