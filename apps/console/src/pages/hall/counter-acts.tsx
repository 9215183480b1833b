import type { Hall, HallCounter } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { StateChip } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { hallTexts } from './hall-texts.ts';
import { MoveCounter } from './move-counter.tsx';

/** Whether the person on a break has read that they are asked to come back. */
export function CallBackChip({ seen }: { seen: boolean }) {
  const t = useTexts(hallTexts);
  return <StateChip tone={seen ? 'good' : 'warning'} label={t(seen ? 'call_back_seen' : 'call_back_asked')} />;
}

/** What can be done about a counter from the live hall. */
export function CounterActs({ counter, services }: { counter: HallCounter; services: Hall['services'] }) {
  const t = useTexts(hallTexts);
  const { act, busy } = useAct();
  const [moving, setMoving] = useState(false);
  const { id, number, paused, callBack } = counter;
  const ask = (asked: boolean) =>
    act((call) => call('callBack', { params: { id }, body: { asked } }), t(asked ? 'called_back' : 'call_back_ended'));
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        justifyContent: 'flex-end',
        '& button': { whiteSpace: 'nowrap' },
      }}
    >
      {paused && callBack === null && (
        <Button
          size="small"
          variant="contained"
          disabled={busy}
          aria-label={t('call_back_of', { counter: number })}
          onClick={() => void ask(true)}
        >
          {t('call_back')}
        </Button>
      )}
      {callBack !== null && (
        <Button size="small" disabled={busy} onClick={() => void ask(false)}>
          {t('call_back_end')}
        </Button>
      )}
      <Button size="small" aria-label={t('move_of', { counter: number })} onClick={() => setMoving(true)}>
        {t('move')}
      </Button>
      {moving && <MoveCounter counter={counter} services={services} onClose={() => setMoving(false)} />}
    </Box>
  );
}
