import type { OfficeFacts, OfficeSettings } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, TextField } from '@mui/material';
import { useState } from 'react';
import { Title } from 'react-admin';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { OfficeTabs } from '../../parts/office-tabs.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { callingRanges, factFaults, type CallingRule } from './office-faults.ts';
import { CallingSection, NameSection, OverflowSection, Refused } from './office-sections.tsx';
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
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="info" icon={false}>
        {t('effect')}
      </Alert>
      <NameSection facts={facts} set={set} said={said} />
      <CallingSection facts={facts} set={set} said={said} />
      <OverflowSection facts={facts} set={set} said={said} refused={draft.refused.has('office.overflow')} />
      <Refused when={draft.refused.has('office.groups')} />
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
      <Refused when={draft.refused.has('office.zones')} />
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
