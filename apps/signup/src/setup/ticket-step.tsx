import type { SetupProgress } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useEffect, useRef } from 'react';
import { setupTexts } from '../texts/setup-texts.ts';
import { doneSteps } from './steps.ts';
import { WaitingFor } from './waiting-for.tsx';
import { WizardPage } from './setup.tsx';

interface TicketStepProps {
  known: SetupProgress;
  lost: boolean;
  onDone: () => void;
}

/** Waits until the first ticket is drawn; then the set-up is over. */
export function TicketStep({ known, lost, onDone }: TicketStepProps) {
  const t = useTexts(setupTexts);
  const drawn = doneSteps(known).has('ticket');
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (drawn) done.current();
  }, [drawn]);
  return (
    <WizardPage known={known} step="ticket" title={t('ticket_title')} about={t('ticket_about')}>
      <WaitingFor lost={lost}>{t('ticket_waiting')}</WaitingFor>
      <ul className="plain-list">
        <li>{t('ticket_printer')}</li>
        <li>{t('ticket_closed')}</li>
      </ul>
    </WizardPage>
  );
}
