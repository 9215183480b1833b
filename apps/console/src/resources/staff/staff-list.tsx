import { useTexts } from '@sunbeon/ui';
import { CreateButton, DataTable, List, SelectInput, TextInput, TopToolbar } from 'react-admin';
import type { StaffRow } from '../../data/sources/staff.ts';
import { OfficeNames, useOfficeChoices } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { Age } from '../../parts/when.tsx';
import { roleWord, useRoleChoices } from './role-choices.ts';
import { staffTexts } from './staff-texts.ts';

export const staffTones: Readonly<Record<StaffRow['state'], Tone>> = { active: 'good', locked: 'bad', inactive: 'off' };
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

export function StaffList() {
  const t = useTexts(staffTexts);
  return (
    <List
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
      filters={useFilters()}
      exporter={false}
      empty={false}
      actions={
        <TopToolbar>
          <CreateButton resource="invitations" label={t('invite')} variant="contained" />
        </TopToolbar>
      }
    >
      <StaffTable />
    </List>
  );
}

function StaffTable() {
  const t = useTexts(staffTexts);
  const part = useTexts(partTexts);
  const Col = DataTable.Col<StaffRow>;
  return (
    <DataTable<StaffRow> rowClick="show" bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col source="email" label={t('email')} sx={fromTablet} />
      <Col
        source="roles"
        label={t('roles')}
        disableSort
        render={({ roles }) => roles.map((role) => roleWord(part, role)).join(', ')}
      />
      <Col label={t('offices')} disableSort render={({ offices }) => <OfficeNames slugs={offices} />} sx={fromTablet} />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={staffTones[state]} label={t(`state_${state}`)} />}
      />
      <Col
        source="secondFactor"
        label={t('second')}
        render={({ secondFactor }) => t(secondFactor ? 'second_on' : 'second_off')}
      />
      <Col source="lastSeenAt" label={t('seen')} render={({ lastSeenAt }) => <Age at={lastSeenAt} />} />
    </DataTable>
  );
}

function useFilters() {
  const t = useTexts(staffTexts);
  const part = useTexts(partTexts);
  const offices = useOfficeChoices();
  const states = [
    { id: 'inactive', name: t('state_inactive') },
    { id: 'active', name: t('state_active') },
    { id: 'locked', name: t('state_locked') },
  ];
  return [
    <TextInput key="q" source="q" label={part('search')} alwaysOn resettable />,
    <SelectInput key="roles" source="roles" label={t('roles')} choices={useRoleChoices()} alwaysOn />,
    <SelectInput key="state" source="state" label={t('state')} choices={states} alwaysOn />,
    ...(offices.length > 1
      ? [<SelectInput key="offices" source="offices" label={t('offices')} choices={offices} alwaysOn />]
      : []),
  ];
}
