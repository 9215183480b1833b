import { useTexts } from '@sunbeon/ui';
import { Alert, Button, Snackbar } from '@mui/material';
import { useEffect, useState } from 'react';
import { useLogout } from 'react-admin';
import { watchIdle } from './idle-watch.ts';
import { useMe } from './session-context.ts';
import { sessionTexts } from './session-texts.ts';

/** Logs somebody out who has gone away, by the tenant's policy; says so a minute before. */
export function IdleGuard() {
  const t = useTexts(sessionTexts);
  const logout = useLogout();
  const [warned, setWarned] = useState(false);
  const minutes = useMe()?.idleMinutes;
  useEffect(() => {
    if (minutes === undefined) return;
    return watchIdle(minutes * 60_000, {
      warn: () => setWarned(true),
      back: () => setWarned(false),
      end: () => void logout({}, '/login?idle'),
    });
  }, [minutes, logout]);
  return (
    <Snackbar open={warned} anchorOrigin={{ vertical: 'top', horizontal: 'center' }}>
      <Alert severity="warning" action={<Button onClick={() => setWarned(false)}>{t('stay')}</Button>}>
        {t('idle_warning')}
      </Alert>
    </Snackbar>
  );
}
