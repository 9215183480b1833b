import type { Plan, TenantDetail } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import type { ConsoleData } from '../../data/data-provider.ts';
import { tenantTexts } from './tenant-texts.ts';
import { plans, type TenantMove } from './tenant-words.ts';

type Move = Exclude<TenantMove, 'resume'> | 'plan';

interface Wish {
  readonly reason: string;
  readonly plan: Plan;
  readonly days: number;
  /** close: an open hall, too; erase: without the thirty days. */
  readonly now: boolean;
}

/** How a move is asked for, by its name. */
const asks: Readonly<Record<Move, (call: ConsoleData['call'], id: string, wish: Wish) => Promise<unknown>>> = {
  approve: (call, id, { plan }) => call('tenantApprove', { params: { id }, body: { plan } }),
  activate: (call, id, { plan }) => call('tenantActivate', { params: { id }, body: { plan } }),
  plan: (call, id, { plan }) => call('tenantPlanSet', { params: { id }, body: { plan } }),
  refuse: (call, id, { reason }) => call('tenantRefuse', { params: { id }, body: { reason } }),
  suspend: (call, id, { reason }) => call('tenantSuspend', { params: { id }, body: { reason } }),
  close: (call, id, { reason, now }) => call('tenantClose', { params: { id }, body: { reason, immediately: now } }),
  extend: (call, id, { days }) => call('tenantExtend', { params: { id }, body: { days } }),
  erase: (call, id, { reason, now }) => call('erasurePlan', { params: { id }, body: { reason, immediate: now } }),
};
const needsReason: ReadonlySet<Move> = new Set(['refuse', 'suspend', 'close', 'erase']);
const choosesPlan: ReadonlySet<Move> = new Set(['approve', 'activate', 'plan']);

/** Asks about a move with what it needs: a reason, a plan, days. */
export function MoveDialog({
  tenant,
  move: named,
  onClose,
}: {
  tenant: TenantDetail;
  move: TenantMove | 'plan';
  onClose: () => void;
}) {
  const t = useTexts(tenantTexts);
  const { act, busy, fault } = useAct({ inDialog: true });
  const [plan, setPlan] = useState<Plan>(tenant.plan);
  const [days, setDays] = useState('30');
  const [now, setNow] = useState(false);
  if (named === 'resume') return null;
  const move: Move = named;
  const grave = needsReason.has(move);
  const go = async (reason: string) => {
    const wish = { reason, plan, days: Number(days), now };
    if (await act((call) => asks[move](call, tenant.id, wish).then(() => true), t(`${move}_done`))) onClose();
  };
  return (
    <AskDialog
      title={t(`${move}_title`, { name: tenant.name })}
      says={move === 'extend' ? '' : t(`${move}_says`)}
      go={t(move === 'plan' ? 'plan_change' : move)}
      danger={grave}
      reason={grave}
      busy={busy}
      fault={fault}
      onGo={({ reason }) => void go(reason)}
      onClose={onClose}
    >
      {choosesPlan.has(move) && <PlanChoice plan={plan} onChoose={setPlan} />}
      {move === 'extend' && (
        <TextField
          label={t('extend_days')}
          type="number"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          slotProps={{ htmlInput: { min: 1, max: 365 } }}
        />
      )}
      {(move === 'close' || move === 'erase') && (
        <FormControlLabel
          control={<Checkbox checked={now} onChange={(event) => setNow(event.target.checked)} />}
          label={t(`${move}_now`)}
        />
      )}
    </AskDialog>
  );
}

function PlanChoice({ plan, onChoose }: { plan: Plan; onChoose: (plan: Plan) => void }) {
  const t = useTexts(tenantTexts);
  return (
    <TextField select label={t('plan')} value={plan} onChange={(event) => onChoose(event.target.value as Plan)}>
      {plans.map((each) => (
        <MenuItem key={each} value={each}>
          {t(`plan_${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
