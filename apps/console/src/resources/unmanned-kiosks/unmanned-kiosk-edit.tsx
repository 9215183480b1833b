import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { SimpleForm, useRecordContext } from 'react-admin';
import type { UnmannedKioskRow } from '../../data/sources/unmanned-kiosks.ts';
import { formStyle } from '../../parts/form-style.ts';
import { ArchiveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { UnmannedKioskFields } from './unmanned-kiosk-fields.tsx';
import { unmannedKioskTexts } from './unmanned-kiosk-texts.ts';

/** A machine; residents' pages follow as soon as it is saved. */
export function UnmannedKioskEdit() {
  const t = useTexts(unmannedKioskTexts);
  const labels = {
    ...{ place: t('place'), address: t('address'), mapUrl: t('map'), office: t('office'), kind: t('kind') },
    ...{ hours: t('hours'), certificates: t('certificates'), certificateKinds: t('kinds'), fee: t('fee') },
    ...{ condition: t('condition'), conditionNote: t('condition_note'), accessibility: t('accessibility') },
  };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm
        noValidate
        sx={formStyle}
        toolbar={<ArchiveToolbar<UnmannedKioskRow> kind="unmannedKiosk" nameOf={({ place }) => place.ko} />}
      >
        <Code />
        <UnmannedKioskFields />
      </SimpleForm>
    </VersionedEdit>
  );
}

function Code() {
  const t = useTexts(unmannedKioskTexts);
  const machine = useRecordContext<UnmannedKioskRow>();
  return (
    <Typography variant="body2">
      {t('code')}: <strong>{machine?.code}</strong>
    </Typography>
  );
}
