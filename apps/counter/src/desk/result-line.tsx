import type { Hall } from '@sunbeon/contract';
import { Button, useLanguage, useTexts, type Translate } from '@sunbeon/ui';
import type { Language } from '@sunbeon/contract';
import { explainError } from '../commands/explain-error.ts';
import type { CommandState, Outcome } from '../commands/command-runner.ts';
import { serviceName } from '../hall/ticket-view.ts';
import { texts } from '../texts/texts.ts';

interface ResultLineProps {
  hall: Hall;
  commands: CommandState;
  /** Why a key did nothing; shown until the next command. */
  hint: string | null;
  onDismiss: () => void;
}

/** What the last command came to: read out politely, and readable until the next one. */
export function ResultLine({ hall, commands, hint, onDismiss }: ResultLineProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { last, unclearTries } = commands;
  const failed = last?.kind === 'failed' && hint === null && unclearTries === 0;
  return (
    <div className="result-place" role="status" data-testid="result">
      {unclearTries > 0 && <p className="result result--waiting">{t('asking_again', { n: unclearTries + 1 })}</p>}
      {unclearTries === 0 && hint !== null && <p className="result result--passing">{hint}</p>}
      {unclearTries === 0 && hint === null && last !== null && !failed && (
        <p key={last.id} className="result result--done result--passing">
          {sentence(last, hall, language, t)}
        </p>
      )}
      {failed && <Failure action={t(`act_${last.action}`)} error={last.error} onDismiss={onDismiss} />}
    </div>
  );
}

export function Failure({ action, error, onDismiss }: { action: string; error: unknown; onDismiss?: () => void }) {
  const t = useTexts(texts);
  const { why, stays, traceId, unclear } = explainError(error, useLanguage());
  return (
    <div className="result result--failed" data-testid="failure">
      <div>
        <p>
          <b>{t(unclear ? 'failed_unclear' : 'failed', { action })}</b>
        </p>
        <p>
          {why} {stays}
        </p>
        {traceId !== null && <small>{t('trace', { trace: traceId })}</small>}
      </div>
      {onDismiss && (
        <Button kind="quiet" className="result__dismiss" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      )}
    </div>
  );
}

/** A result in one sentence. */
export function sentence(outcome: Outcome, hall: Hall, language: Language, t: Translate<typeof texts>): string {
  if (outcome.kind === 'nobody') return t('nobody');
  if (outcome.kind === 'issued') return t('done_issue', { number: outcome.issued.number });
  if (outcome.kind === 'reprinted') return t('done_reprint', outcome);
  if (outcome.kind === 'failed') return '';
  const { action, ticket, where = '' } = outcome;
  const number = ticket?.number ?? '';
  switch (action) {
    case 'open':
    case 'takeOver':
    case 'close':
    case 'pause':
    case 'resume':
    case 'help':
    case 'endHelp':
    case 'answerHelp':
      return t(`done_${action}`);
    case 'undo':
      return ticket === null ? t('done_undo') : t('done_undo_ticket', { number });
    case 'recall':
      return t('done_recall', { number, count: ticket?.callCount ?? 2 });
    case 'complete':
      // A journey's ticket waits again, for its next step.
      return ticket?.state === 'waiting'
        ? t('done_step', { number, service: serviceName(hall, ticket.serviceId, language) })
        : t('done_complete', { number });
    case 'noShow':
      return t('done_noShow', { number, minutes: hall.policy.graceMinutes });
    case 'transfer':
      return t('done_transfer', { number, where });
    case 'reinstate':
      return t('done_reinstate', { number, after: hall.policy.reinstateAfter });
    default:
      return t(`done_${action}`, { number });
  }
}
