import { useTexts } from '@sunbeon/ui';
import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { OpenAlerts } from '../../resources/alerts/open-alerts.tsx';
import { homeTexts } from './home-texts.ts';

/** Alerts of all offices that nobody looks after yet. */
export function Attention() {
  const t = useTexts(homeTexts);
  const all = (
    <Button component={Link} to="/alerts">
      {t('all_alerts')}
    </Button>
  );
  return <OpenAlerts actions={all} />;
}
