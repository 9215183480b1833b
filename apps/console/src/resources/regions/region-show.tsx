import type { TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Skeleton } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import { Facts, Section } from '../../parts/section.tsx';
import { Moment } from '../../parts/when.tsx';
import { areaWords } from './region-list.tsx';
import { RegionMembers } from './region-members.tsx';
import { RegionReaders } from './region-readers.tsx';
import { regionsTexts } from './region-texts.ts';

/** One region: which institutions are in it, and who reads their figures. */
export function RegionShow() {
  return (
    <ShowBase>
      <RegionPage />
    </ShowBase>
  );
}

function RegionPage() {
  const t = useTexts(regionsTexts);
  const { record: region } = useShowContext<TenantView>();
  // After it was made, react-admin shows what the server answered first; it has less.
  if (region?.createdAt === undefined) return <Skeleton variant="rounded" height={320} />;
  const { name, slug, createdAt } = region;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={name} />
      <Section title={t('facts')}>
        <Facts
          rows={[
            [t('area'), areaWords(region)],
            [t('slug'), slug],
            [t('created'), <Moment key="created" at={createdAt} />],
          ]}
        />
      </Section>
      <RegionMembers region={region} />
      <RegionReaders region={region} />
    </Box>
  );
}
