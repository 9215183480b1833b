import type { TicketRow } from '@sunbeon/contract';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { clockWords } from '../../parts/instants.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { ticketTexts } from './ticket-texts.ts';
import { stateTones, waitedMinutes } from './ticket-words.ts';

export function TicketStateChip({ state }: { state: TicketRow['state'] }) {
  const t = useTexts(ticketTexts);
  return <StateChip tone={stateTones[state]} label={t(`state_${state}`)} />;
}

/** "12분" */
export function Waited({ ticket }: { ticket: TicketRow }) {
  const t = useTexts(ticketTexts);
  const minutes = waitedMinutes(ticket);
  if (minutes === null) return <>–</>;
  return <>{minutes === 0 ? t('under_minute') : t('minutes', { n: String(minutes) })}</>;
}

/** "10:14:03", the day being known; a dash where it did not happen. */
export function ClockTime({ at }: { at: string | null }) {
  const language = useLanguage();
  return at === null ? <>–</> : <time dateTime={at}>{clockWords(at, language)}</time>;
}
