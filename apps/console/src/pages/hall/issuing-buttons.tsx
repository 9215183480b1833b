import type { PublicService } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { hallTexts } from './hall-texts.ts';

const isStopped = ({ acceptingReason }: PublicService) => acceptingReason === 'stopped';

/** Stops giving out tickets of a service, or goes on. */
export function IssuingButton({ service }: { service: PublicService }) {
  const t = useTexts(hallTexts);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const name = localText(service.names, language);
  const resume = useSwitch([service]);
  if (isStopped(service))
    return (
      <Button
        size="small"
        variant="contained"
        aria-label={`${name}: ${t('resume')}`}
        disabled={resume.busy}
        onClick={() => void resume.turn(null)}
      >
        {t('resume')}
      </Button>
    );
  return (
    <>
      <Button size="small" aria-label={`${name}: ${t('stop')}`} onClick={() => setAsking(true)}>
        {t('stop')}
      </Button>
      {asking && (
        <StopDialog
          title={t('stop_title', { name })}
          says={t('stop_says')}
          services={[service]}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** All services of the office at once. */
export function AllIssuingButtons({ services }: { services: readonly PublicService[] }) {
  const t = useTexts(hallTexts);
  const [asking, setAsking] = useState(false);
  const stopped = services.filter(isStopped);
  const others = services.filter((service) => !isStopped(service));
  const resume = useSwitch(stopped);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {stopped.length > 1 && (
        <Button variant="contained" disabled={resume.busy} onClick={() => void resume.turn(null)}>
          {t('resume_all')}
        </Button>
      )}
      {others.length > 0 && (
        <Button color="error" variant="outlined" onClick={() => setAsking(true)}>
          {t('stop_all')}
        </Button>
      )}
      {asking && (
        <StopDialog
          title={t('stop_all')}
          says={t('stop_all_says')}
          services={others}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}

interface StopDialogProps {
  title: string;
  says: string;
  services: readonly PublicService[];
  onClose: () => void;
}

/** The reason is read by visitors at the kiosk. */
function StopDialog({ title, says, services, onClose }: StopDialogProps) {
  const t = useTexts(hallTexts);
  // As they were when the dialog opened: the list behind it goes on living.
  const [concerned] = useState(services);
  const { turn, busy, fault } = useSwitch(concerned, true);
  const stop = async (reason: string) => {
    if (await turn(reason)) onClose();
  };
  return (
    <AskDialog
      danger
      reason
      title={title}
      says={says}
      go={t('stop')}
      busy={busy}
      fault={fault}
      onGo={({ reason }) => void stop(reason)}
      onClose={onClose}
    />
  );
}

/** One service after the other: each is a command of its own, and shown as soon as it is done. */
function useSwitch(services: readonly PublicService[], inDialog = false) {
  const t = useTexts(hallTexts);
  const { act, busy, fault } = useAct({ inDialog });
  const turn = (reason: string | null) =>
    act(
      async (call) => {
        const body = reason === null ? { stopped: false } : { stopped: true, reason };
        for (const { id } of services) await call('issuingSwitch', { params: { id }, body });
        return true;
      },
      t(reason === null ? 'resumed' : 'stopped'),
    );
  return { turn, busy, fault };
}
