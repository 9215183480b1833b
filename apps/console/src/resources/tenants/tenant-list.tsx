import { useTexts } from '@sunbeon/ui';
import { DataTable, List, SelectInput, TextInput } from 'react-admin';
import type { TenantRow } from '../../data/sources/tenants.ts';
import { byteWords } from '../../parts/instants.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { Age, Moment } from '../../parts/when.tsx';
import { tenantTexts } from './tenant-texts.ts';
import { plans, statusTones, tenantStatuses } from './tenant-words.ts';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** All tenants; search, sorting and pages are the server's. */
export function TenantList() {
  return (
    <List
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={25}
      filters={useFilters()}
      exporter={false}
      empty={false}
    >
      <TenantTable />
    </List>
  );
}

function TenantTable() {
  const t = useTexts(tenantTexts);
  const Col = DataTable.Col<TenantRow>;
  return (
    <DataTable<TenantRow> rowClick="show" bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col source="slug" label={t('slug')} sx={fromTablet} />
      <Col
        label={t('area')}
        disableSort
        render={({ areaName, areaCode }) => areaName ?? areaCode ?? '–'}
        sx={fromDesktop}
      />
      <Col
        source="status"
        label={t('status')}
        render={({ status }) => <StateChip tone={statusTones[status]} label={t(`status_${status}`)} />}
      />
      <Col source="plan" label={t('plan')} render={({ plan }) => t(`plan_${plan}`)} sx={fromTablet} />
      <Col source="createdAt" label={t('created')} render={({ createdAt }) => <Age at={createdAt} />} />
      <Col
        source="trialEndsAt"
        label={t('trial_ends')}
        render={({ trialEndsAt }) => (trialEndsAt === null ? '–' : <Moment at={trialEndsAt} />)}
        sx={fromDesktop}
      />
      <Col
        source="usage.tickets.days30"
        label={t('tickets30')}
        render={({ usage }) => usage?.tickets.days30.toLocaleString() ?? '–'}
        sx={{ textAlign: 'right' }}
      />
      <Col
        source="usage.stored.bytes"
        label={t('bytes')}
        render={({ usage }) => (usage === null ? '–' : byteWords(usage.stored.bytes))}
        sx={{ ...fromDesktop, textAlign: 'right' }}
      />
      <Col
        source="usage.lastActivityAt"
        label={t('activity')}
        render={({ usage }) => <Age at={usage?.lastActivityAt} />}
        sx={fromDesktop}
      />
    </DataTable>
  );
}

function useFilters() {
  const t = useTexts(tenantTexts);
  const statuses = tenantStatuses.map((id) => ({ id, name: t(`status_${id}`) }));
  const planChoices = plans.map((id) => ({ id, name: t(`plan_${id}`) }));
  const kinds = (['live', 'rehearsal', 'region'] as const).map((id) => ({ id, name: t(`kind_${id}`) }));
  return [
    <TextInput key="q" source="q" label={t('search')} alwaysOn resettable />,
    <SelectInput key="status" source="status" label={t('status')} choices={statuses} alwaysOn />,
    <SelectInput key="plan" source="plan" label={t('plan')} choices={planChoices} alwaysOn />,
    <SelectInput key="kind" source="kind" label={t('kind')} choices={kinds} alwaysOn />,
  ];
}
