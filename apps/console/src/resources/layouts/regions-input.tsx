import { useTexts } from '@sunbeon/ui';
import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControl,
  FormHelperText,
  FormLabel,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { LayoutRow } from '../../data/sources/layouts.ts';
import { grid, isSound, kinds, presetNames, presets, tooSmall, type Part, type Regions } from './presets.ts';
import { layoutPageTexts } from './screen-layout-texts.ts';

const measures = ['x', 'y', 'w', 'h'] as const;

/** Parts of a screen by numbers of its grid: begun from a preset, all by keyboard. */
export function RegionsInput() {
  const t = useTexts(layoutPageTexts);
  const id = useId();
  const orientation = useWatch<LayoutRow, 'orientation'>({ name: 'orientation' }) ?? 'landscape';
  const sound = (value: Regions) => (isSound(value ?? []) ? undefined : t('overlap'));
  const { field } = useInput({ source: 'regions', validate: sound });
  const regions = (field.value ?? []) as Regions;
  const small = orientation === 'landscape' ? tooSmall(regions) : [];
  return (
    <FormControl component="fieldset" fullWidth aria-describedby={id} data-testid="regions">
      <FormLabel component="legend">{t('regions')}</FormLabel>
      <FormHelperText id={id} sx={{ mx: 0 }}>
        {t('regions_help')}
      </FormHelperText>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1.5, alignItems: 'center' }}>
        <Typography variant="body2">{t('preset')}</Typography>
        {presetNames.map((name) => (
          <Button
            key={name}
            size="small"
            variant="outlined"
            onClick={() => field.onChange([...presets[orientation][name]])}
          >
            {t(`preset_${name}`)}
          </Button>
        ))}
      </Box>
      {kinds.map((kind) => (
        <RegionRow
          key={kind}
          kind={kind}
          region={regions.find((one) => one.kind === kind)}
          onChange={(next) => field.onChange(withPart(regions, kind, next))}
        />
      ))}
      {!isSound(regions) && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('overlap')}
        </Alert>
      )}
      {small.map(({ kind }) => (
        <Alert key={kind} severity="warning" sx={{ mt: 1 }}>
          {t('small', { name: t(`region_${kind}`) })}
        </Alert>
      ))}
    </FormControl>
  );
}

const withPart = (regions: Regions, kind: Part['kind'], next: Part | null): Regions => [
  ...regions.filter((one) => one.kind !== kind),
  ...(next ? [next] : []),
];

interface RegionRowProps {
  kind: Part['kind'];
  region: Part | undefined;
  onChange: (region: Part | null) => void;
}

function RegionRow({ kind, region, onChange }: RegionRowProps) {
  const t = useTexts(layoutPageTexts);
  const name = t(`region_${kind}`);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5 }}>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', flex: '1 1 9rem' }}>
        <Checkbox
          checked={region !== undefined}
          disabled={kind === 'calls' && region !== undefined}
          onChange={(_, on) => onChange(on ? { kind, x: 0, y: 0, w: 6, h: 6 } : null)}
        />
        {name}
      </Box>
      {region &&
        measures.map((one) => (
          <TextField
            key={one}
            type="number"
            size="small"
            label={t(one)}
            value={region[one]}
            onChange={({ target }) => onChange({ ...region, [one]: Math.round(Number(target.value)) })}
            slotProps={{
              htmlInput: { min: one === 'w' || one === 'h' ? 2 : 0, max: grid, 'aria-label': `${name}: ${t(one)}` },
            }}
            sx={{ width: 80 }}
          />
        ))}
    </Box>
  );
}
