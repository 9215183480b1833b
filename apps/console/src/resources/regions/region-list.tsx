import { useTexts } from '@sunbeon/ui';
import { CreateButton, DataTable } from 'react-admin';
import type { RegionRow } from '../../data/sources/regions.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { Moment } from '../../parts/when.tsx';
import { regionsTexts } from './region-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Regions of the installation. */
export function RegionList() {
  const t = useTexts(regionsTexts);
  const create = <CreateButton label={t('create')} variant="contained" />;
  return (
    <RecordList
      help={t('help')}
      empty={t('empty')}
      action={create}
      sort={{ field: 'name', order: 'ASC' }}
      everyMs={60_000}
    >
      <RegionTable />
    </RecordList>
  );
}

function RegionTable() {
  const t = useTexts(regionsTexts);
  const Col = DataTable.Col<RegionRow>;
  return (
    <DataTable<RegionRow> rowClick="show" bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col label={t('area')} disableSort render={(region) => areaWords(region)} />
      <Col source="slug" label={t('slug')} sx={fromTablet} />
      <Col
        source="createdAt"
        label={t('created')}
        render={({ createdAt }) => <Moment at={createdAt} />}
        sx={fromTablet}
      />
    </DataTable>
  );
}

/** "서울특별시 (11)" */
export function areaWords({ areaName, areaCode }: Pick<RegionRow, 'areaName' | 'areaCode'>): string {
  const prefix = areaCode?.slice(0, 2) ?? '–';
  return areaName === null ? prefix : `${areaName} (${prefix})`;
}
