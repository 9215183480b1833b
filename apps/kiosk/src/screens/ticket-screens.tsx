import type { IssuedTicket } from '@sunbeon/contract';
import { Button, formatPeople, localText, Qr, useTexts, WaitRange } from '@sunbeon/ui';
import type { Issuing } from '../use-issue.ts';
import { useEffect, useState } from 'react';
import { Main } from '../frame.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import type { Paper } from '../paper.ts';
import { WherePart } from './service-screen.tsx';

/** The number as large as the screen allows, where to go, and the way to take it along. */
export function TicketScreen({
  ticket,
  paper,
  onAnswer,
  onDone,
}: {
  ticket: IssuedTicket;
  paper: Paper;
  /** The visitor says whether the ticket came out. */
  onAnswer: (cameOut: boolean) => void;
  onDone: () => void;
}) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const service = config.services.find((one) => one.id === ticket.serviceId);
  const settled = useSettled();
  return (
    <Main
      name="ticket"
      title={t(titles[paper])}
      actions={
        <Button
          kind="primary"
          className="take"
          aria-disabled={!settled}
          onClick={() => settled && onDone()}
          data-testid="done"
        >
          {t('done')}
        </Button>
      }
    >
      <PaperPart paper={paper} onAnswer={onAnswer} />
      <div className="ticket">
        <div className="ticket__main">
          <p className="ticket__service">
            {service && localText(service.name, visit.language)} · {t('your_number')}
          </p>
          <p className="ticket__number" data-length={ticket.number.length} data-testid="ticket-number">
            {ticket.number}
          </p>
        </div>
        <div className="facts">
          <div className="fact">
            <p>{t('people_ahead')}</p>
            <p className="fact__value" data-testid="ahead">
              {formatPeople(ticket.ahead, visit.language)}
            </p>
          </div>
          <div className="fact">
            <p>{t('wait_expected')}</p>
            <p className={`fact__value ${ticket.wait ? '' : 'fact__value--words'}`}>
              <WaitRange service={ticket} />
            </p>
          </div>
          <WherePart service={ticket} />
        </div>
        <div className="ticket__phone">
          <div className="ticket__qr" data-testid="ticket-qr" data-path={ticket.path}>
            <Qr text={`${location.origin}${ticket.path}`} label={t('qr_label')} />
          </div>
          <div>
            <p className="ticket__phone-title">{t('qr_label')}</p>
            <p>{t('qr_help')}</p>
          </div>
        </div>
      </div>
    </Main>
  );
}

const titles = {
  none: 'keep_it',
  coming: 'paper_coming',
  there: 'take_it',
  doubtful: 'paper_ask',
  missing: 'paper_missing',
} as const satisfies Record<Paper, string>;

/** What became of the paper, said aloud by a screen reader when it changes; and the question that only the visitor can answer. */
function PaperPart({ paper, onAnswer }: { paper: Paper; onAnswer: (cameOut: boolean) => void }) {
  const t = useTexts(kioskTexts);
  return (
    <div className="paper" role="status" data-testid="paper" data-paper={paper}>
      {paper === 'missing' && <p className="plain">{t('paper_missing_help')}</p>}
      {paper === 'doubtful' && (
        <div className="paper__answers">
          <Button onClick={() => onAnswer(true)} data-testid="paper-yes">
            {t('paper_yes')}
          </Button>
          <Button onClick={() => onAnswer(false)} data-testid="paper-no">
            {t('paper_no')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One ticket is being asked for; nothing else can be touched but, once it takes long, the way out. */
export function IssuingScreen({
  issuing,
  onRefusedSeen,
}: {
  issuing: Exclude<Issuing, { state: 'idle' }>;
  onRefusedSeen: () => void;
}) {
  const t = useTexts(kioskTexts);
  if (issuing.state === 'refused') {
    return (
      <Main
        name="refused"
        title={t('refused_title')}
        actions={
          <Button kind="primary" className="take" onClick={onRefusedSeen} data-testid="refused-seen">
            {t('restart')}
          </Button>
        }
      >
        <p className="plain" role="alert" data-testid="refused" data-code={issuing.code}>
          {issuing.text === 'refused_other' ? t('refused_other', { trace: issuing.trace }) : t(issuing.text)}
        </p>
        <p className="plain">{t('ask_staff')}</p>
      </Main>
    );
  }
  return (
    <Main name="issuing" title={t('issuing')}>
      <div className="working" aria-hidden="true" />
      <p className="plain" role="status" data-testid="issuing-status">
        {issuing.unclear && (
          <>
            {t('issuing_unclear')}
            <br />
            {t('issuing_leave')}
          </>
        )}
      </p>
    </Main>
  );
}

/** The button stands where "번호표 받기" stood: a second tap of an impatient finger must not wipe the number away. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 1_500);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
