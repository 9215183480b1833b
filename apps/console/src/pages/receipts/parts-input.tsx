import { useTexts } from '@sunbeon/ui';
import Down from '@mui/icons-material/ArrowDownwardOutlined';
import Up from '@mui/icons-material/ArrowUpwardOutlined';
import { Box, Checkbox, FormControl, FormControlLabel, FormLabel, IconButton } from '@mui/material';
import { useInput } from 'react-admin';
import type { PartChoice } from './receipt-form.ts';
import { receiptTexts } from './receipt-texts.ts';

/** Which lines stand on the receipt, and in which order: by buttons, so that the keyboard does it, too. */
export function PartsInput() {
  const t = useTexts(receiptTexts);
  const { field } = useInput({ source: 'parts' });
  const parts = (field.value ?? []) as readonly PartChoice[];
  const set = (at: number, on: boolean) =>
    field.onChange(parts.map((part, index) => (index === at ? { ...part, on } : part)));
  const move = (at: number, by: number) => {
    const moved = [...parts];
    const [one] = moved.splice(at, 1);
    if (one) moved.splice(at + by, 0, one);
    field.onChange(moved);
  };
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
          <IconButton aria-label={t('up', { part: t(`part_${id}`) })} disabled={at === 0} onClick={() => move(at, -1)}>
            <Up />
          </IconButton>
          <IconButton
            aria-label={t('down', { part: t(`part_${id}`) })}
            disabled={at === parts.length - 1}
            onClick={() => move(at, 1)}
          >
            <Down />
          </IconButton>
        </Box>
      ))}
    </FormControl>
  );
}
