import { useTexts } from '@sunbeon/ui';
import { Alert, Button, Typography } from '@mui/material';
import type { ErrorProps } from 'react-admin';
import { useExplain } from '../parts/use-explain.ts';
import { layoutTexts } from './layout-texts.ts';

/** A page that broke: what happened, and a way on. */
export function PageError({ error }: ErrorProps) {
  const t = useTexts(layoutTexts);
  const explain = useExplain();
  return (
    <Alert severity="error" sx={{ mt: 2 }} action={<Button onClick={() => location.reload()}>{t('try_again')}</Button>}>
      <Typography variant="h2">{t('failed')}</Typography>
      <Typography>{explain(error)}</Typography>
    </Alert>
  );
}
