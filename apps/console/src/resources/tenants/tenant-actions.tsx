import type { TenantDetail } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useAct } from '../../parts/use-act.ts';
import { MoveDialog } from './move-dialog.tsx';
import { tenantTexts } from './tenant-texts.ts';
import { offeredTo, type TenantMove } from './tenant-words.ts';

const isGrave: ReadonlySet<TenantMove> = new Set(['refuse', 'suspend', 'close', 'erase']);

/** What the operator may decide about a tenant now. */
export function TenantActions({ tenant }: { tenant: TenantDetail }) {
  const t = useTexts(tenantTexts);
  const { act, busy } = useAct();
  const [asked, setAsked] = useState<TenantMove | 'plan' | null>(null);
  const resume = () => void act((call) => call('tenantResume', { params: { id: tenant.id } }), t('resume_done'));
  const moves = offeredTo(tenant);
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {moves.map((move, index) => (
        <Button
          key={move}
          variant={index === 0 && !isGrave.has(move) ? 'contained' : 'outlined'}
          color={isGrave.has(move) ? 'error' : 'primary'}
          disabled={busy}
          onClick={() => (move === 'resume' ? resume() : setAsked(move))}
          data-testid={`move-${move}`}
        >
          {t(move)}
        </Button>
      ))}
      {tenant.next !== null && tenant.status !== 'suspended' && (
        <Button variant="outlined" disabled={busy} onClick={resume}>
          {t('take_back')}
        </Button>
      )}
      {tenant.status !== 'closed' && (
        <Button variant="outlined" onClick={() => setAsked('plan')}>
          {t('plan_change')}
        </Button>
      )}
      {asked !== null && <MoveDialog tenant={tenant} move={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
