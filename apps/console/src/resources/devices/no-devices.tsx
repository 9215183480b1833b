import { useTexts } from '@sunbeon/ui';
import { Button } from '@mui/material';
import { CreateButton } from 'react-admin';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { deviceTexts } from './device-texts.ts';

/** The first visit: what to do. */
export function NoDevices() {
  const t = useTexts(deviceTexts);
  const hasOffice = useOfficeChoices().length > 0;
  return (
    <EmptyPlace title={t('empty')} help={t(hasOffice ? 'empty_help' : 'no_office')}>
      {hasOffice ? (
        <CreateButton variant="contained" label={t('create')} />
      ) : (
        <Button variant="contained" href="/signup/setup">
          {t('to_setup')}
        </Button>
      )}
    </EmptyPlace>
  );
}
