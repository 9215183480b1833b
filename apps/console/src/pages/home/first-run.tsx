import type { FirstRun } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Button, LinearProgress, Link, List, ListItem, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import { useConsoleData } from '../../data/data-provider.ts';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { firstRunTexts } from './first-run-texts.ts';

type Step = FirstRun['steps'][number];

/** Where a step is done; the guided set-up of sign-up is an app of its own. */
const places: Readonly<Record<Step['step'], string>> = {
  office: '/signup/setup',
  services: '/counters',
  counters: '/counters/create',
  people: '/invitations/create',
  second_factor: '/signup/account',
  kiosk: '/devices/create',
  ticket: '/hall',
};

const EVERY_MS = 5_000;

/** What a new institution does next, as the server finds it; gone when all is done. */
export function FirstRunSteps() {
  const t = useTexts(firstRunTexts);
  const data = useConsoleData();
  const { act, busy } = useAct();
  const { data: run, refetch } = useQuery({
    queryKey: ['firstRun'],
    queryFn: ({ signal }) => data.call('firstRun', { signal }),
    // Whoever is through is not asked again and again.
    refetchInterval: ({ state }) => (state.data?.done ? false : EVERY_MS),
  });
  if (!run || run.done) return null;
  const { steps, aside } = run;
  const left = steps.filter(({ done }) => !done);
  const put = async (wish: boolean) => {
    await act((call) => call('firstRunAside', { body: { aside: wish } }));
    await refetch();
  };
  if (aside)
    return (
      <Button
        sx={{ justifySelf: 'start' }}
        disabled={busy}
        onClick={() => void put(false)}
        data-testid="first-run-back"
      >
        {t('back', { n: left.length })}
      </Button>
    );
  const done = steps.length - left.length;
  return (
    <Section
      title={t('title')}
      help={t('help', { n: steps.length, done })}
      actions={
        <Button disabled={busy} onClick={() => void put(true)} data-testid="first-run-aside">
          {t('aside')}
        </Button>
      }
    >
      <LinearProgress
        variant="determinate"
        value={(100 * done) / steps.length}
        aria-label={t('help', { n: steps.length, done })}
      />
      <List data-testid="first-run">
        {steps.map((step) => (
          <StepItem key={step.step} step={step} isNext={step === left[0]} />
        ))}
      </List>
    </Section>
  );
}

function StepItem({ step: { step, done }, isNext }: { step: Step; isNext: boolean }) {
  const t = useTexts(firstRunTexts);
  const to = places[step];
  const target = to.startsWith('/signup') ? { href: to } : { component: RouterLink, to };
  return (
    <ListItem divider disableGutters sx={{ gap: 2, flexWrap: 'wrap' }} data-testid={`first-run-${step}`}>
      <Box sx={{ flex: '1 1 16rem' }}>
        <Link {...target} sx={{ fontWeight: 700 }}>
          {t(step)}
        </Link>
        <Typography variant="body2" color="text.secondary">
          {t(`${step}_why`)}
        </Typography>
      </Box>
      {done ? <StateChip tone="good" label={t('done')} /> : isNext && <StateChip tone="note" label={t('next')} />}
    </ListItem>
  );
}
