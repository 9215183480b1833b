import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { NumberInput, SimpleForm, useRecordContext } from 'react-admin';
import type { ServiceRow } from '../../data/sources/services.ts';
import { formStyle } from '../../parts/form-style.ts';
import { ArchiveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { ServiceFields } from './service-fields.tsx';
import { serviceTexts } from './service-texts.ts';

/** A service; kiosks and screens hear of it as soon as it is saved. */
export function ServiceEdit() {
  const t = useTexts(serviceTexts);
  const labels = {
    name: t('name'),
    shortName: t('short'),
    guide: t('guide'),
    documents: t('documents'),
    group: t('group'),
    zone: t('zone'),
    quota: t('per_day'),
    numbers: t('numbers'),
    targetMinutes: t('target'),
    limitMinutes: t('limit'),
    atKiosk: t('at_kiosk'),
    steps: t('steps'),
    position: t('position'),
  };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm
        noValidate
        sx={formStyle}
        toolbar={<ArchiveToolbar<ServiceRow> kind="service" nameOf={({ name }) => name.ko} />}
      >
        <Typography color="text.secondary">{t('at_once')}</Typography>
        <Code />
        <ServiceFields />
        <NumberInput source="position" label={t('position')} helperText={t('position_help')} min={0} max={9_999} />
      </SimpleForm>
    </VersionedEdit>
  );
}

function Code() {
  const t = useTexts(serviceTexts);
  const service = useRecordContext<ServiceRow>();
  return (
    <Typography variant="body2" sx={{ my: 1 }}>
      {t('code')}: <strong>{service?.code}</strong>
    </Typography>
  );
}
