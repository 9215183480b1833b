import type { Hall, HallCounter } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Section } from '../../parts/section.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
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
export function CounterTable({ hall, nowMs }: { hall: Hall; nowMs: number }) {
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
            </TableRow>
          </TableHead>
          <TableBody>
            {hall.counters.map((counter) => (
              <CounterRow key={counter.id} counter={counter} nowMs={nowMs} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

function CounterRow({ counter, nowMs }: { counter: HallCounter; nowMs: number }) {
  const t = useTexts(hallTexts);
  const { number, name, state, staff, ticket, help, pauseReason } = counter;
  return (
    <TableRow data-testid={`hall-counter-${number}`}>
      <TableCell component="th" scope="row">
        <strong>{number}</strong> {name}
      </TableCell>
      <TableCell>
        <StateChip tone={tones[state]} label={t(`state_${state}`)} />
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
    </TableRow>
  );
}
