import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useSession } from './session-context.ts';
import { sessionTexts } from './session-texts.ts';

/** Things under each other. */
export const column = { display: 'flex', flexDirection: 'column', gap: 2 } as const;

/** The frame of everything before the log-in. */
export function Door({ title, says, children }: { title: string; says?: React.ReactNode; children: React.ReactNode }) {
  const session = useSession();
  const t = useTexts(sessionTexts);
  const language = useLanguage();
  const [, setLocale] = useLocaleState();
  const state = session.state();
  const reason = useLocation().search === '?idle' ? 'idle' : state.phase === 'out' ? state.reason : 'not_yet';
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Paper variant="outlined" sx={{ width: '100%', maxWidth: 440, p: { xs: 3, sm: 4 }, ...column }}>
        <Typography color="text.secondary">{t('app')}</Typography>
        <Typography variant="h1">{title}</Typography>
        {reason !== 'not_yet' && <Alert severity="info">{t(reason)}</Alert>}
        {children}
        <Box role="alert" data-testid="login-fault" sx={{ color: 'error.main', fontWeight: 700 }}>
          {says}
        </Box>
        <Button
          lang={language === 'ko' ? 'en' : 'ko'}
          onClick={() => setLocale(language === 'ko' ? 'en' : 'ko')}
          data-testid="language"
        >
          {t('language')}
        </Button>
      </Paper>
    </Box>
  );
}
