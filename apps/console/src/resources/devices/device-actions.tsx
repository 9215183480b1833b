import { useTexts } from '@sunbeon/ui';
import Badge from '@mui/icons-material/BadgeOutlined';
import LinkOff from '@mui/icons-material/LinkOffOutlined';
import QrCode from '@mui/icons-material/QrCode2Outlined';
import Refresh from '@mui/icons-material/RefreshOutlined';
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import { Button, Stack, Tooltip } from '@mui/material';
import { useState } from 'react';
import { EditButton } from 'react-admin';
import { Link } from 'react-router-dom';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { auditLink } from '../../parts/audit-link.ts';
import { useAct } from '../../parts/use-act.ts';
import { mayOpen } from '../../session/access.ts';
import { useMe } from '../../session/session-context.ts';
import { deviceTexts } from './device-texts.ts';

/** What can be done with a device from here. What ends its work is asked about once more. */
export function DeviceActions({ device, onPair }: { device: DeviceRow; onPair: () => void }) {
  const t = useTexts(deviceTexts);
  const { act, busy } = useAct();
  const [asked, setAsked] = useState<'replace' | 'revoke' | null>(null);
  const permissions = useMe()?.permissions ?? [];
  const params = { id: device.id };
  const shows = device.kind === 'kiosk' || device.kind === 'display';
  const paired = device.state === 'online' || device.state === 'silent';
  const reach = (command: 'deviceIdentify' | 'deviceReload') =>
    void act(
      (call) => call(command, { params }),
      ({ reached }) => t(reached ? 'reached' : 'not_reached'),
    );
  const revoke = async () => {
    if (await act((call) => call('deviceRevoke', { params }), t('revoke_done'))) setAsked(null);
  };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {!paired && (
        <Button variant="contained" startIcon={<QrCode />} onClick={onPair} data-testid="pair">
          {t('pair')}
        </Button>
      )}
      {shows && paired && (
        <>
          <Tooltip title={t('identify_help')} describeChild>
            <Button variant="outlined" startIcon={<Badge />} disabled={busy} onClick={() => reach('deviceIdentify')}>
              {t('identify')}
            </Button>
          </Tooltip>
          <Button variant="outlined" startIcon={<Refresh />} disabled={busy} onClick={() => reach('deviceReload')}>
            {t('reload')}
          </Button>
        </>
      )}
      <EditButton variant="outlined" label={t('edit')} size="medium" />
      {paired && (
        <>
          <Button variant="outlined" startIcon={<SwapHoriz />} onClick={() => setAsked('replace')}>
            {t('replace')}
          </Button>
          <Button variant="outlined" color="error" startIcon={<LinkOff />} onClick={() => setAsked('revoke')}>
            {t('revoke')}
          </Button>
        </>
      )}
      {mayOpen(permissions, 'audit') && (
        <Button variant="outlined" component={Link} to={auditLink({ target: device.id })}>
          {t('audit')}
        </Button>
      )}
      {asked === 'replace' && (
        <AskDialog
          danger
          title={t('replace_title', { name: device.name })}
          says={t('replace_says')}
          go={t('replace')}
          busy={busy}
          onGo={() => (setAsked(null), onPair())}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'revoke' && (
        <AskDialog
          danger
          title={t('revoke_title', { name: device.name })}
          says={t('revoke_says')}
          go={t('revoke')}
          busy={busy}
          onGo={() => void revoke()}
          onClose={() => setAsked(null)}
        />
      )}
    </Stack>
  );
}
