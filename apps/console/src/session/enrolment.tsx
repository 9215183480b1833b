import { useTexts } from '@sunbeon/ui';
import { Button, Typography } from '@mui/material';
import { Door } from './door.tsx';
import { sessionTexts } from './session-texts.ts';

/** Logged in, but nothing may be done before the second factor is set up; that is done on a page of the account's. */
export function Enrolment() {
  const t = useTexts(sessionTexts);
  return (
    <Door title={t('enrolment_title')}>
      <Typography>{t('enrolment_help')}</Typography>
      <Button variant="contained" size="large" href="/signup/second-factor?next=/console/" data-testid="enrolment">
        {t('enrolment_go')}
      </Button>
    </Door>
  );
}
