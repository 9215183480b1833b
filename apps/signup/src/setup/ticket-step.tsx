import type { Language, SetupProgress } from '@sunbeon/contract';
import { formatDay, formatTime, useLanguage, useTexts, type Translate } from '@sunbeon/ui';
import { useEffect, useRef } from 'react';
import { Notice } from '../parts/notice.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { doneSteps } from './steps.ts';
import { WaitingFor } from './waiting-for.tsx';
import { WizardPage } from './wizard-page.tsx';

interface TicketStepProps {
  known: SetupProgress;
  lost: boolean;
  onDone: () => void;
}

/** Waits until the first ticket is drawn; then the set-up is over. */
export function TicketStep({ known, lost, onDone }: TicketStepProps) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
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
      {known.office?.openNow === false && (
        <Notice kind="warning">{closedSaid(known.office.opensAt, language, t)}</Notice>
      )}
      {known.kiosk?.paired === true ? (
        <WaitingFor lost={lost}>{t('ticket_waiting')}</WaitingFor>
      ) : (
        <div className="stack">
          <Notice kind="warning">{t('ticket_no_kiosk')}</Notice>
          <div className="actions">
            <Link className="sb-button sb-button--primary" href={addressOf('setup', 'kiosk')}>
              {t('ticket_to_kiosk')}
            </Link>
          </div>
        </div>
      )}
      <p className="muted">{t('ticket_printer')}</p>
    </WizardPage>
  );
}

const zone = 'Asia/Seoul';

/** The office gives out no tickets now: when it does, as far as that is known. */
function closedSaid(opensAt: string | null, language: Language, t: Translate<typeof setupTexts>): string {
  if (opensAt === null) return t('ticket_closed');
  const at = Date.parse(opensAt);
  return t('ticket_closed_until', { when: `${formatDay(at, zone, language)} ${formatTime(at, zone)}` });
}
