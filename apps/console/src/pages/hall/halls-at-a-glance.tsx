import { useOfficeClock, useTexts } from '@sunbeon/ui';
import type { Hall } from '@sunbeon/contract';
import type { Received } from '@sunbeon/ui';
import { Box, Link, Paper, Skeleton, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useMe } from '../../session/session-context.ts';
import { summaryOf } from './hall-facts.ts';
import { hallTexts } from './hall-texts.ts';
import { HallNotice } from './hall-notice.tsx';
import { LevelMark } from './level-mark.tsx';
import { Minutes } from './minutes.tsx';
import { useHall } from './use-hall.ts';

/** Every office of the person at a glance, as it is now. */
export function HallsAtAGlance() {
  const t = useTexts(hallTexts);
  const offices = useMe()?.offices ?? [];
  return (
    <Section title={t('offices')}>
      {offices.length === 0 && <Typography color="text.secondary">{t('no_offices')}</Typography>}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 19rem), 1fr))',
        }}
      >
        {offices.map(({ slug, name }) => (
          <OfficeCard key={slug} slug={slug} name={name} />
        ))}
      </Box>
    </Section>
  );
}

function OfficeCard({ slug, name }: { slug: string; name: string }) {
  const state = useHall(slug);
  const { hall, resting } = state;
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2 }} data-testid={`office-${slug}`}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography variant="h3">
          <Link component={RouterLink} to={`/hall/${slug}`}>
            {name}
          </Link>
        </Typography>
        {hall && <LevelMark level={hall.value.board.level} />}
      </Box>
      <HallNotice {...state} />
      {hall ? <Figures hall={hall} /> : !resting && <Skeleton variant="rounded" height={88} />}
    </Paper>
  );
}

/** Who waits, where it is open, who has waited longest; and what somebody must look after. */
function Figures({ hall }: { hall: Received<Hall> }) {
  const t = useTexts(hallTexts);
  const now = useOfficeClock({ value: hall.value.clock, receivedAtMs: hall.receivedAtMs });
  const { waiting, open, counters, longest, helps, stopped } = summaryOf(hall.value, now);
  return (
    <>
      <HallFigures {...{ waiting, open, counters, longest }} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1, minHeight: 24 }}>
        {helps > 0 && <StateChip tone="bad" label={t('helps', { n: helps })} />}
        {stopped > 0 && <StateChip tone="warning" label={t('stopped_n', { n: stopped })} />}
      </Box>
    </>
  );
}

interface FiguresProps {
  waiting: number;
  open: number;
  counters: number;
  longest: number | null;
}

export function HallFigures({ waiting, open, counters, longest }: FiguresProps) {
  const t = useTexts(hallTexts);
  const figures = [
    [t('waiting'), t('people', { n: waiting })],
    [t('open_counters'), `${open}/${counters}`],
    [t('longest'), <Minutes n={longest} />],
  ] as const;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 1 }}>
      {figures.map(([name, value]) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Typography component="dt" variant="body2" color="text.secondary" sx={{ wordBreak: 'keep-all' }}>
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.3 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
