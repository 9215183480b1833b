import { useTexts } from '@sunbeon/ui';
import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import { useExplain } from '../../parts/use-explain.ts';
import { auditTexts } from './audit-texts.ts';

/** Whether the chain of the audit is whole, checked as the page opens. */
export function AuditChain() {
  const t = useTexts(auditTexts);
  const explain = useExplain();
  const data = useConsoleData();
  const { data: chain, error } = useQuery({
    queryKey: ['auditVerify'],
    queryFn: ({ signal }) => data.call('auditVerify', { signal, timeoutMs: 60_000 }),
    staleTime: 60_000,
  });
  if (error) return <Alert severity="warning">{explain(error)}</Alert>;
  if (!chain) return <Alert severity="info">{t('chain_checking')}</Alert>;
  const { whole, checked, fault, head } = chain;
  return (
    <Alert severity={whole ? 'success' : 'error'} data-testid="audit-chain">
      {fault === null
        ? t('chain_whole', { checked })
        : t('chain_broken', { seq: fault.seq, fault: t(`fault_${fault.kind}`) })}{' '}
      {t('chain_head', { seq: head.seq, hash: `${head.hash.slice(0, 12)}…` })}
    </Alert>
  );
}
