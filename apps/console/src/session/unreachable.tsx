import { useTexts } from '@sunbeon/ui';
import { Box, CircularProgress, Typography } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import { sessionTexts } from './session-texts.ts';

/** Nothing to show yet: loading, or the server cannot be reached (asked again by itself). */
export function Unreachable() {
  const session = useSession();
  const t = useTexts(sessionTexts);
  const { phase } = useSyncExternalStore(session.subscribe, session.state);
  return (
    <Box
      role="status"
      sx={{ minHeight: '60vh', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 2, p: 3 }}
    >
      <CircularProgress aria-label={t('working')} />
      {phase === 'unreachable' && (
        <>
          <Typography variant="h1">{t('unreachable')}</Typography>
          <Typography>{t('unreachable_help')}</Typography>
        </>
      )}
    </Box>
  );
}
