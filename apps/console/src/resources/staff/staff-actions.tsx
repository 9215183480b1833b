import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { EditButton } from 'react-admin';
import { Link } from 'react-router-dom';
import type { StaffRow } from '../../data/sources/staff.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { auditLink } from '../../parts/audit-link.ts';
import { useAct } from '../../parts/use-act.ts';
import { mayOpen } from '../../session/access.ts';
import { useMe } from '../../session/session-context.ts';
import { staffTexts } from './staff-texts.ts';

/** What an owner may do with somebody's account; not with one's own, but for its roles. */
export function StaffActions({ person }: { person: StaffRow }) {
  const t = useTexts(staffTexts);
  const { act, busy } = useAct();
  const me = useMe();
  const isMe = me?.id === person.id;
  const [asked, setAsked] = useState<'deactivate' | 'reset' | null>(null);
  const params = { id: person.id };
  const close = () => setAsked(null);
  const deactivate = async () => {
    if (await act((call) => call('staffDeactivate', { params }), t('deactivated'))) close();
  };
  const reset = async () => {
    if (await act((call) => call('staffSecondFactorReset', { params }), t('reset_done'))) close();
  };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <EditButton variant="outlined" label={t('edit')} size="medium" />
      {mayOpen(me?.permissions ?? [], 'audit') && (
        <Button variant="outlined" component={Link} to={auditLink({ actor: person.id })}>
          {t('audit')}
        </Button>
      )}
      {person.state === 'locked' && (
        <Button
          variant="outlined"
          disabled={busy}
          onClick={() => void act((call) => call('staffUnlock', { params }), t('unlocked'))}
        >
          {t('unlock')}
        </Button>
      )}
      {person.secondFactor && !isMe && (
        <Button variant="outlined" onClick={() => setAsked('reset')}>
          {t('reset')}
        </Button>
      )}
      {!person.active && (
        <Button
          variant="outlined"
          disabled={busy}
          onClick={() => void act((call) => call('staffReactivate', { params }), t('reactivated'))}
        >
          {t('reactivate')}
        </Button>
      )}
      {person.active && !isMe && (
        <Button variant="outlined" color="error" onClick={() => setAsked('deactivate')}>
          {t('deactivate')}
        </Button>
      )}
      {asked !== null && (
        <AskDialog
          danger
          title={t(`${asked}_title`, { name: person.name })}
          says={t(`${asked}_says`)}
          go={t(asked)}
          busy={busy}
          onGo={() => void (asked === 'reset' ? reset() : deactivate())}
          onClose={close}
        />
      )}
    </Stack>
  );
}
