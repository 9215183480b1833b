import type { AlertMessage } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { texts } from '../texts/texts.ts';

const details = ['paper_end', 'cover_open', 'gone'] as const;
type Detail = (typeof details)[number];
const isDetail = (detail: string | null): detail is Detail => (details as readonly (string | null)[]).includes(detail);

/** Says to whoever works in the hall which device needs a hand. */
export function FaultBar({ faults }: { faults: readonly AlertMessage[] }) {
  const t = useTexts(texts);
  const word = ({ kind, detail }: AlertMessage) => {
    if (kind === 'printer') return isDetail(detail) ? t(`fault_${detail}`) : t('fault_printer');
    if (kind === 'paper') return t('fault_paper');
    return t(kind === 'offline' ? 'fault_offline' : 'fault_clock');
  };
  return (
    <div role="status" data-testid="faults">
      {faults.map((fault) => (
        <p key={fault.id} className="line-bar line-bar--reconnecting">
          <b>{fault.subject.name}</b> {word(fault)}
        </p>
      ))}
    </div>
  );
}
