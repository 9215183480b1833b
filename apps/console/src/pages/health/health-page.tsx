import { useTexts } from '@sunbeon/ui';
import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { readReadiness } from '../../data/readiness.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { healthTexts } from './health-texts.ts';

const parts = ['database', 'migrations', 'jobs', 'eventLoop'] as const;

/** Whether the installation can do its work. */
export function HealthPage() {
  const t = useTexts(healthTexts);
  const { data, error } = useQuery({
    queryKey: ['readiness'],
    queryFn: ({ signal }) => readReadiness(signal),
    refetchInterval: 10_000,
    retry: false,
  });
  const says = error ? 'no_answer' : data?.ready === false ? 'not_ready' : 'ready';
  return (
    <>
      <Title title={t('title')} />
      <Section title={t('title')} help={t('help')}>
        {(data ?? error) && (
          <Alert severity={says === 'ready' ? 'success' : 'error'} sx={{ mb: 2 }} data-testid="health">
            {t(says)}
          </Alert>
        )}
        {data && !error && (
          <Facts
            rows={parts.map((part) => [
              t(part),
              <StateChip key={part} tone={data[part] ? 'good' : 'bad'} label={t(data[part] ? 'good' : 'bad')} />,
            ])}
          />
        )}
      </Section>
    </>
  );
}
