import { useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { BooleanInput, DataTable, List, SelectInput, TextInput, useListContext } from 'react-admin';
import type { MediaRow } from '../../data/sources/media.ts';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { Moment } from '../../parts/when.tsx';
import { MediaActions } from './media-actions.tsx';
import { mediaTexts } from './media-texts.ts';
import { Thumbnail } from './thumbnail.tsx';
import { UploadButton } from './upload-button.tsx';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;
const megabytes = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** The media library, by pages of the server. */
export function MediaList() {
  const t = useTexts(mediaTexts);
  const kinds = (['image', 'video'] as const).map((id) => ({ id, name: t(`kind_${id}`) }));
  return (
    <List
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={false}
      filters={[
        <TextInput key="search" source="search" label={t('search')} alwaysOn resettable />,
        <SelectInput key="kind" source="kind" label={t('kind')} choices={kinds} alwaysOn />,
        <BooleanInput key="archived" source="archived" label={t('archived')} alwaysOn />,
      ]}
      actions={<UploadButton />}
      empty={
        <EmptyPlace title={t('empty')} help={t('help')}>
          <UploadButton />
        </EmptyPlace>
      }
      sx={{ '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' } }}
    >
      <MediaTable />
    </List>
  );
}

function MediaTable() {
  const t = useTexts(mediaTexts);
  const { meta } = useListContext() as { meta?: { used: number; limit: number } };
  const Col = DataTable.Col<MediaRow>;
  return (
    <>
      <Box sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
        <Typography color="text.secondary" variant="body2" sx={{ maxWidth: '44rem' }}>
          {t('help')}
        </Typography>
        {meta && (
          <Typography variant="body2">
            {t('storage', { used: megabytes(meta.used), limit: megabytes(meta.limit) })}
          </Typography>
        )}
      </Box>
      <DataTable<MediaRow> rowClick={false} bulkActionButtons={false}>
        <Col label={t('preview')} disableSort render={(row) => <Thumbnail {...row} />} />
        <Col source="name" label={t('name')} sx={{ minWidth: 140, wordBreak: 'break-word' }} />
        <Col label={t('kind')} disableSort render={({ kind }) => t(`kind_${kind}`)} sx={fromTablet} />
        <Col source="bytes" label={t('size')} render={(row) => sizeOf(row, t)} sx={fromTablet} />
        <Col
          label={t('uses')}
          disableSort
          render={({ uses }) => (uses.length === 0 ? t('unused') : uses.map(({ playlist }) => playlist).join(', '))}
        />
        <Col
          source="createdAt"
          label={t('added')}
          render={({ createdAt }) => <Moment at={createdAt} />}
          sx={fromDesktop}
        />
        <Col label={t('actions')} disableSort render={(row) => <MediaActions row={row} />} />
      </DataTable>
    </>
  );
}

function sizeOf({ bytes, width, height, seconds }: MediaRow, t: (key: 'seconds', values: { n: number }) => string) {
  const shape = width !== null && height !== null ? `${width}×${height}` : null;
  const length = seconds === null ? null : t('seconds', { n: Math.round(seconds) });
  return [megabytes(bytes), shape ?? length].filter((one) => one !== null).join(' · ');
}
