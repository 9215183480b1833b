import type { OfficeSettings } from '@sunbeon/contract';
import { Alert, Box, Button, MenuItem, Skeleton, TextField } from '@mui/material';
import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { useStore } from 'react-admin';
import { partTexts } from './part-texts.ts';
import { useExplain } from './use-explain.ts';
import { useOfficeSettingsQuery } from './use-office-settings.ts';

/** Settings of one office; of several, one is chosen, and stays chosen on the next page. */
export function OfficeTabs({ children }: { children: (office: OfficeSettings) => ReactNode }) {
  const t = useTexts(partTexts);
  const explain = useExplain();
  const [slug, setSlug] = useStore<string | null>('settings.office', null);
  const { data: offices, error, refetch } = useOfficeSettingsQuery();
  if (error)
    return (
      <Alert severity="error" action={<Button onClick={() => void refetch()}>{t('try_again')}</Button>}>
        {explain(error)}
      </Alert>
    );
  if (!offices) return <Skeleton variant="rounded" height={400} role="status" aria-label={t('loading')} />;
  const office = offices.find((one) => one.slug === slug) ?? offices[0];
  if (!office) return <Alert severity="info">{t('no_office')}</Alert>;
  return (
    <>
      {offices.length > 1 && (
        <TextField
          select
          label={t('office')}
          value={office.slug}
          onChange={(event) => setSlug(event.target.value)}
          sx={{ minWidth: 280, mb: 2 }}
        >
          {offices.map((one) => (
            <MenuItem key={one.id} value={one.slug}>
              {one.name.ko}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Box>{children(office)}</Box>
    </>
  );
}
