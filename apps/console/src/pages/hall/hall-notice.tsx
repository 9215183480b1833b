import { useTexts } from '@sunbeon/ui';
import { Alert } from '@mui/material';
import { hallTexts } from './hall-texts.ts';
import type { HallView } from './use-hall.ts';

/** That the institution's use rests, or how old the picture of a hall is; nothing while it is live. */
export function HallNotice({ hall, stale, resting }: HallView) {
  const t = useTexts(hallTexts);
  if (resting) return <Alert severity="info">{t('resting')}</Alert>;
  return stale && hall ? <Alert severity="warning">{stale.text}</Alert> : null;
}
