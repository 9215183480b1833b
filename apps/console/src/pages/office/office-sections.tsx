import type { OfficeFacts } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, MenuItem, TextField } from '@mui/material';
import { Section } from '../../parts/section.tsx';
import { callingRanges, type CallingRule } from './office-faults.ts';
import { officeTexts } from './office-texts.ts';
import { TextInputs } from './text-inputs.tsx';

/** What the sections of the form share. */
export interface FactsProps {
  facts: OfficeFacts;
  set: (change: Partial<OfficeFacts>) => void;
  /** What is wrong at a path, in words. */
  said: (path: string, from?: number, to?: number) => string | undefined;
}

/** Name and address. */
export function NameSection({ facts, set, said }: FactsProps) {
  const t = useTexts(officeTexts);
  return (
    <Section title={t('facts')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <TextInputs
          label={t('name')}
          labelIn={(language) => t('name_in', { language })}
          value={facts.name}
          fault={said('name')}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={t('address')}
          value={facts.address}
          onChange={({ target }) => set({ address: target.value })}
          slotProps={{ htmlInput: { name: 'address', maxLength: 300 } }}
        />
      </Box>
    </Section>
  );
}

export function CallingSection({ facts: { calling }, set, said }: FactsProps) {
  const t = useTexts(officeTexts);
  return (
    <Section title={t('calling')}>
      <Box sx={grid}>
        <TextField
          select
          label={t('order')}
          value={calling.order}
          onChange={({ target }) => {
            const order = target.value === 'preference' ? 'preference' : 'first_come';
            set({ calling: { ...calling, order } });
          }}
        >
          {(['first_come', 'preference'] as const).map((order) => (
            <MenuItem key={order} value={order}>
              {t(`order_${order}`)}
            </MenuItem>
          ))}
        </TextField>
        {(Object.keys(callingRanges) as CallingRule[]).map((rule) => (
          <NumberField
            key={rule}
            path={`calling.${rule}`}
            label={t(rule)}
            value={calling[rule]}
            range={callingRanges[rule]}
            said={said}
            onChange={(value) => set({ calling: { ...calling, [rule]: value } })}
          />
        ))}
      </Box>
    </Section>
  );
}

/** Numbers for services that have none left. */
export function OverflowSection({ facts: { overflow }, set, said, refused }: FactsProps & { refused: boolean }) {
  const t = useTexts(officeTexts);
  return (
    <Section title={t('overflow')} help={t('overflow_help')}>
      <Refused when={refused} />
      <Box sx={grid}>
        {(['from', 'to'] as const).map((end) => (
          <NumberField
            key={end}
            path={`overflow.${end}`}
            label={t(`overflow_${end}`)}
            value={overflow[end]}
            range={[1, 9_999]}
            said={said}
            onChange={(value) => set({ overflow: { ...overflow, [end]: value } })}
          />
        ))}
      </Box>
    </Section>
  );
}

/** What a service still needs is taken away, or numbers meet. */
export function Refused({ when }: { when: boolean }) {
  const t = useTexts(officeTexts);
  return (
    when && (
      <Alert severity="error" data-testid="refused">
        {t('refused')}
      </Alert>
    )
  );
}

interface NumberFieldProps {
  path: string;
  label: string;
  /** NaN = empty. */
  value: number;
  range: readonly [number, number];
  said: FactsProps['said'];
  onChange: (value: number) => void;
}

function NumberField({ path, label, value, range, said, onChange }: NumberFieldProps) {
  const fault = said(path, ...range);
  return (
    <TextField
      type="number"
      label={label}
      value={Number.isNaN(value) ? '' : value}
      error={fault !== undefined}
      helperText={fault}
      onChange={({ target }) => onChange(target.value === '' ? Number.NaN : Number(target.value))}
      slotProps={{ htmlInput: { name: path, min: range[0], max: range[1] } }}
    />
  );
}

const grid = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(3, 1fr)' },
} as const;
