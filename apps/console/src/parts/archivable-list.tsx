import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { CreateButton, ExportButton, List, SelectInput, TextInput, TopToolbar } from 'react-admin';
import { useOfficeChoices } from './office-name.tsx';
import { partTexts } from './part-texts.ts';
import { settingsTexts } from './settings-texts.ts';

/** Things of offices in the order that people gave them; what was archived is shown when it is asked for. */
export function ArchivableList({ children }: { children: ReactNode }) {
  return (
    <List
      sort={{ field: 'position', order: 'ASC' }}
      perPage={50}
      filters={useFilters()}
      filterDefaultValues={{ state: 'used' }}
      empty={false}
      actions={
        <TopToolbar>
          <CreateButton />
          <ExportButton />
        </TopToolbar>
      }
    >
      {children}
    </List>
  );
}

function useFilters() {
  const part = useTexts(partTexts);
  const settings = useTexts(settingsTexts);
  const offices = useOfficeChoices();
  const states = (['used', 'archived'] as const).map((id) => ({ id, name: settings(id) }));
  return [
    <TextInput key="q" source="q" label={part('search')} alwaysOn resettable />,
    <SelectInput key="state" source="state" label={settings('state')} choices={states} alwaysOn />,
    ...(offices.length > 1
      ? [<SelectInput key="office" source="office" label={part('office')} choices={offices} alwaysOn />]
      : []),
  ];
}
