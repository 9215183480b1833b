import { useTexts } from '@sunbeon/ui';
import { Box, Checkbox, FormControl, FormControlLabel, FormLabel } from '@mui/material';
import { useInput } from 'react-admin';
import { moved, OrderButtons } from '../../parts/order-buttons.tsx';
import type { PartChoice } from './receipt-form.ts';
import { receiptTexts } from './receipt-texts.ts';

/** Which lines stand on the receipt, and in which order: by buttons, so that the keyboard does it, too. */
export function PartsInput() {
  const t = useTexts(receiptTexts);
  const { field } = useInput({ source: 'parts' });
  const parts = (field.value ?? []) as readonly PartChoice[];
  const set = (at: number, on: boolean) =>
    field.onChange(parts.map((part, index) => (index === at ? { ...part, on } : part)));
  return (
    <FormControl component="fieldset" sx={{ my: 1 }}>
      <FormLabel component="legend">{t('parts')}</FormLabel>
      {parts.map(({ id, on }, at) => (
        <Box key={id} sx={{ display: 'flex', alignItems: 'center' }} data-testid={`part-${id}`}>
          <FormControlLabel
            sx={{ flex: 1 }}
            label={t(`part_${id}`)}
            control={<Checkbox checked={on} onChange={(event) => set(at, event.target.checked)} />}
          />
          <OrderButtons
            name={t(`part_${id}`)}
            at={at}
            of={parts.length}
            onMove={(to) => field.onChange(moved(parts, at, to))}
          />
        </Box>
      ))}
    </FormControl>
  );
}
