import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { NumberInput, SimpleForm, useRecordContext } from 'react-admin';
import type { CounterRow } from '../../data/sources/counters.ts';
import { formStyle } from '../../parts/form-style.ts';
import { ArchiveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { CounterFields } from './counter-fields.tsx';
import { counterTexts } from './counter-texts.ts';

/** A counter: its names, and what it does in which order. */
export function CounterEdit() {
  const t = useTexts(counterTexts);
  const labels = { name: t('name'), services: t('services'), position: t('position') };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm
        noValidate
        sx={formStyle}
        toolbar={<ArchiveToolbar<CounterRow> kind="counter" nameOf={({ number }) => number} />}
      >
        <Number />
        <CounterFields />
        <NumberInput source="position" label={t('position')} min={0} max={9_999} />
      </SimpleForm>
    </VersionedEdit>
  );
}

function Number() {
  const t = useTexts(counterTexts);
  const counter = useRecordContext<CounterRow>();
  return (
    <Typography>
      {t('number')}: <strong>{counter?.number}</strong>
    </Typography>
  );
}
