import { useTexts } from '@sunbeon/ui';
import { Box, Button, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { layoutTexts } from './layout-texts.ts';

export function NotFound() {
  const t = useTexts(layoutTexts);
  return (
    <Box sx={{ py: 8, textAlign: 'center' }}>
      <Title title={t('not_found')} />
      <Typography variant="h2">{t('not_found')}</Typography>
      <Typography sx={{ my: 2 }}>{t('not_found_help')}</Typography>
      <Button component={Link} to="/" variant="contained">
        {t('to_home')}
      </Button>
    </Box>
  );
}
