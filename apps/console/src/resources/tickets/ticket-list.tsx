import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { DataTable, List, Pagination } from 'react-admin';
import type { TicketRow } from '../../data/sources/tickets.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { useTicketFilters } from './ticket-filters.tsx';
import { ClockTime, TicketStateChip, Waited } from './ticket-parts.tsx';
import { ticketTexts } from './ticket-texts.ts';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Tickets of one office, newest first; search and pages are the server's. */
export function TicketList() {
  const t = useTexts(ticketTexts);
  const [office] = useOfficeChoices();
  return (
    <>
      <Typography color="text.secondary" sx={{ mt: 1 }}>
        {t('list_note')}
      </Typography>
      <List
        perPage={50}
        filters={useTicketFilters()}
        filterDefaultValues={{ office: office?.id }}
        pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
        exporter={false}
        empty={false}
        sx={{ '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' } }}
      >
        <TicketTable />
      </List>
    </>
  );
}

function TicketTable() {
  const t = useTexts(ticketTexts);
  const language = useLanguage();
  const Col = DataTable.Col<TicketRow>;
  return (
    <DataTable<TicketRow>
      rowClick="show"
      bulkActionButtons={false}
      size="small"
      empty={<Typography sx={{ p: 3 }}>{t('none')}</Typography>}
    >
      <Col label={t('day')} disableSort source="day" />
      <Col label={t('number')} disableSort render={({ number }) => <strong>{number}</strong>} />
      <Col label={t('service')} disableSort render={({ service }) => localText(service.name, language)} />
      <Col label={t('state')} disableSort render={({ state }) => <TicketStateChip state={state} />} />
      <Col label={t('counter')} disableSort render={({ counter }) => counter ?? '–'} sx={fromTablet} />
      <Col label={t('issued')} disableSort render={({ issuedAt }) => <ClockTime at={issuedAt} />} />
      <Col label={t('called')} disableSort render={({ calledAt }) => <ClockTime at={calledAt} />} sx={fromTablet} />
      <Col label={t('ended')} disableSort render={({ endedAt }) => <ClockTime at={endedAt} />} sx={fromDesktop} />
      <Col label={t('waited')} disableSort render={(ticket) => <Waited ticket={ticket} />} />
      <Col
        label={t('priority')}
        disableSort
        render={({ priority }) => (priority ? t('priority') : '–')}
        sx={fromDesktop}
      />
    </DataTable>
  );
}
