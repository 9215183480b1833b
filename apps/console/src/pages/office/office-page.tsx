import type { OfficeFacts, OfficeSettings } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { Title } from 'react-admin';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { OfficeTabs } from '../../parts/office-tabs.tsx';
import { Section } from '../../parts/section.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { callingRanges, factFaults, type CallingRule } from './office-faults.ts';
import { officeTexts } from './office-texts.ts';
import { RowsEditor } from './rows-editor.tsx';
import { TextInputs } from './text-inputs.tsx';

/** What an office is called, where it is, how it calls, and its groups, zones and priorities. */
export function OfficePage() {
  const t = useTexts(officeTexts);
  return (
    <>
      <Title title={t('title')} />
      <OfficeTabs>{(office) => <OfficeForm key={office.id} office={office} />}</OfficeTabs>
    </>
  );
}

const factsOf = ({ name, address, calling, overflow, priorities, groups, zones }: OfficeSettings): OfficeFacts => ({
  name,
  address,
  calling,
  overflow,
  priorities,
  groups,
  zones,
});
const codes = (rows: readonly { code: string }[]): ReadonlySet<string> => new Set(rows.map(({ code }) => code));
const unnamed = { code: '', name: { ko: '' } };

function OfficeForm({ office }: { office: OfficeSettings }) {
  const t = useTexts(officeTexts);
  const draft = useDraft({
    office,
    part: factsOf,
    send: (data, facts, version) =>
      data.call('officeUpdate', { params: { id: office.id }, body: { version, office: facts } }),
  });
  const [tried, setTried] = useState(false);
  const words = useWords();
  const facts = draft.value;
  const found = factFaults(facts);
  const faults = tried ? found : new Map<string, never>();
  const set = (change: Partial<OfficeFacts>) => draft.set((now) => ({ ...now, ...change }));
  const said = (path: string, from = 1, to = 9_999) => {
    const fault = faults.get(path);
    return fault && t(`fault_${fault}`, { from: String(from), to: String(to) });
  };
  const number = (path: string, label: string, value: number, range: readonly [number, number], put: Put) => (
    <TextField
      key={path}
      type="number"
      label={label}
      value={Number.isNaN(value) ? '' : value}
      error={said(path) !== undefined}
      helperText={said(path, ...range)}
      onChange={({ target }) => put(target.value === '' ? Number.NaN : Number(target.value))}
      slotProps={{ htmlInput: { name: path, min: range[0], max: range[1] } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="info" icon={false}>
        {t('effect')}
      </Alert>
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
      <Section title={t('calling')}>
        <Box sx={grid}>
          <TextField
            select
            label={t('order')}
            value={facts.calling.order}
            onChange={({ target }) => {
              const order = target.value === 'preference' ? 'preference' : 'first_come';
              set({ calling: { ...facts.calling, order } });
            }}
          >
            {(['first_come', 'preference'] as const).map((order) => (
              <MenuItem key={order} value={order}>
                {t(`order_${order}`)}
              </MenuItem>
            ))}
          </TextField>
          {(Object.keys(callingRanges) as CallingRule[]).map((rule) =>
            number(`calling.${rule}`, t(rule), facts.calling[rule], callingRanges[rule], (value) =>
              set({ calling: { ...facts.calling, [rule]: value } }),
            ),
          )}
        </Box>
      </Section>
      <Section title={t('overflow')} help={t('overflow_help')}>
        {draft.refused.has('office.overflow') && <Refused />}
        <Box sx={grid}>
          {(['from', 'to'] as const).map((end) =>
            number(`overflow.${end}`, t(`overflow_${end}`), facts.overflow[end], [1, 9_999], (value) =>
              set({ overflow: { ...facts.overflow, [end]: value } }),
            ),
          )}
        </Box>
      </Section>
      {draft.refused.has('office.groups') && <Refused />}
      <RowsEditor
        title={t('groups')}
        help={t('groups_help')}
        path="groups"
        rows={facts.groups}
        stored={codes(office.groups)}
        faults={faults}
        proposed={unnamed}
        most={40}
        onChange={(groups) => set({ groups })}
      />
      {draft.refused.has('office.zones') && <Refused />}
      <RowsEditor
        title={t('zones')}
        help={t('zones_help')}
        path="zones"
        rows={facts.zones}
        stored={codes(office.zones)}
        faults={faults}
        proposed={{ ...unnamed, color: '#256ef4', colorName: { ko: '' } }}
        most={20}
        more={(zone, at, change) => (
          <>
            <TextField
              type="color"
              label={t('color')}
              value={zone.color}
              onChange={({ target }) => change({ ...zone, color: target.value })}
              sx={{ width: 96 }}
            />
            <TextInputs
              label={t('colorName')}
              labelIn={(language) => t('colorName_in', { language })}
              value={zone.colorName}
              fault={said(`zones.${at}.colorName`)}
              onChange={(colorName) => change({ ...zone, colorName })}
            />
          </>
        )}
        onChange={(zones) => set({ zones })}
      />
      <RowsEditor
        title={t('priorities')}
        help={t('priorities_help')}
        path="priorities"
        rows={facts.priorities}
        stored={codes(office.priorities)}
        faults={faults}
        proposed={unnamed}
        most={20}
        onChange={(priorities) => set({ priorities })}
      />
      <DraftBar draft={draft} faults={found.size} facts={words} onTried={() => setTried(true)} />
    </Box>
  );
}

type Put = (value: number) => void;
const grid = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(3, 1fr)' },
} as const;

/** What a service still needs is taken away, or numbers meet. */
function Refused() {
  const t = useTexts(officeTexts);
  return (
    <Alert severity="error" data-testid="refused">
      {t('refused')}
    </Alert>
  );
}

/** The contents in words, name by name. */
function useWords() {
  const t = useTexts(officeTexts);
  const rows = (all: readonly { code: string; name: { ko: string } }[]) =>
    all.map(({ code, name }) => `${name.ko}(${code})`).join(', ');
  return (facts: OfficeFacts): Record<string, string> => ({
    [t('name')]: Object.values(facts.name).join(' / '),
    [t('address')]: facts.address,
    [t('order')]: t(`order_${facts.calling.order}`),
    ...Object.fromEntries(
      (Object.keys(callingRanges) as CallingRule[]).map((rule) => [t(rule), String(facts.calling[rule])]),
    ),
    [t('overflow')]: `${facts.overflow.from}–${facts.overflow.to}`,
    [t('groups')]: rows(facts.groups),
    [t('zones')]: facts.zones.map(({ name, color, colorName }) => `${name.ko} ${colorName.ko} ${color}`).join(', '),
    [t('priorities')]: rows(facts.priorities),
  });
}
