import { useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { Section } from '../../parts/section.tsx';
import { homeTexts } from './home-texts.ts';

const states = ['online', 'silent', 'unpaired'] as const;

/** How many devices are online, silent, and not paired yet; each leads to its list. */
export function DeviceCounts() {
  const t = useTexts(homeTexts);
  const { data = [] } = useGetList<DeviceRow>(
    'devices',
    { pagination: { page: 1, perPage: 1_000 }, sort: { field: 'name', order: 'ASC' } },
    { refetchInterval: 15_000 },
  );
  const linkTo = (state: string) => `/devices?filter=${encodeURIComponent(JSON.stringify({ state }))}`;
  return (
    <Section title={t('devices')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 2 }}>
        {states.map((state) => (
          <Box key={state} component={Link} to={linkTo(state)} sx={{ color: 'text.primary', textDecoration: 'none' }}>
            <Typography sx={{ fontSize: '2rem', fontWeight: 700, lineHeight: 1.2 }}>
              {data.filter((device) => device.state === state).length}
            </Typography>
            <Typography color="text.secondary" sx={{ textDecoration: 'underline' }}>
              {t(`devices_${state}`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
