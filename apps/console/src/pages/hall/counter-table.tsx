import type { Hall, HallCounter } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Section } from '../../parts/section.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { CallBackChip, CounterActs } from './counter-acts.tsx';
import { minutesAt } from './hall-facts.ts';
import { hallTexts } from './hall-texts.ts';
import { Minutes } from './minutes.tsx';

const tones: Readonly<Record<HallCounter['state'], Tone>> = {
  closed: 'off',
  open: 'good',
  called: 'note',
  serving: 'note',
  paused: 'warning',
};

/** Counters of a hall: who is there, with whom, and for how long. */
export function CounterTable({ hall, nowMs, mayAct }: { hall: Hall; nowMs: number; mayAct: boolean }) {
  const t = useTexts(hallTexts);
  return (
    <Section title={t('counters')}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('counters')}>
        <Table size="small" data-testid="hall-counters">
          <TableHead>
            <TableRow>
              <TableCell>{t('counter')}</TableCell>
              <TableCell>{t('state')}</TableCell>
              <TableCell>{t('staff')}</TableCell>
              <TableCell>{t('ticket')}</TableCell>
              <TableCell align="right">{t('since')}</TableCell>
              {mayAct && <TableCell align="right">{t('acts')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {hall.counters.map((counter) => (
              <CounterRow key={counter.id} hall={hall} counter={counter} nowMs={nowMs} mayAct={mayAct} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

interface CounterRowProps {
  hall: Hall;
  counter: HallCounter;
  nowMs: number;
  mayAct: boolean;
}

function CounterRow({ hall, counter, nowMs, mayAct }: CounterRowProps) {
  const t = useTexts(hallTexts);
  const { number, name, state, staff, ticket, help, pauseReason, callBack } = counter;
  return (
    <TableRow data-testid={`hall-counter-${number}`}>
      <TableCell component="th" scope="row">
        <strong>{number}</strong> {name}
      </TableCell>
      <TableCell>
        <StateChip tone={tones[state]} label={t(`state_${state}`)} />
        {callBack && <CallBackChip seen={callBack.seenAt !== null} />}
        {help && <StateChip tone="bad" label={t(help.kind)} />}
        {state === 'paused' && pauseReason && (
          <Typography variant="body2" color="text.secondary">
            {t('reason', { reason: pauseReason })}
          </Typography>
        )}
      </TableCell>
      <TableCell>{staff?.name ?? '–'}</TableCell>
      <TableCell>{ticket === null ? '–' : <strong>{ticket.number}</strong>}</TableCell>
      <TableCell align="right">
        <Minutes n={minutesAt(counter, nowMs)} />
      </TableCell>
      {mayAct && (
        <TableCell align="right">
          <CounterActs counter={counter} services={hall.services} />
        </TableCell>
      )}
    </TableRow>
  );
}
