import { useTexts } from '@sunbeon/ui';
import { Alert, Button, Typography } from '@mui/material';
import type { ErrorProps } from 'react-admin';
import { useServerBack } from '../data/use-server-back.ts';
import { useExplain } from '../parts/use-explain.ts';
import { PageNotLoaded } from '../resources/lazy-page.ts';
import { layoutTexts } from './layout-texts.ts';

const reload = () => location.reload();

/** A page that broke: what happened, and a way on. One that could not be loaded comes by itself when the server is back. */
export function PageError({ error }: ErrorProps) {
  const t = useTexts(layoutTexts);
  const explain = useExplain();
  const isMissing = error instanceof PageNotLoaded;
  useServerBack(isMissing, reload);
  return (
    <Alert severity="error" sx={{ mt: 2 }} action={<Button onClick={reload}>{t('try_again')}</Button>}>
      <Typography variant="h2">{t(isMissing ? 'not_loaded' : 'failed')}</Typography>
      <Typography>{isMissing ? t('not_loaded_help') : explain(error)}</Typography>
    </Alert>
  );
}
