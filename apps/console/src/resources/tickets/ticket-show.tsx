import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Box, Skeleton } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import type { TicketShown } from '../../data/sources/tickets.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { ClockTime, TicketStateChip, Waited } from './ticket-parts.tsx';
import { TicketTimeLine } from './ticket-time-line.tsx';
import { ticketTexts } from './ticket-texts.ts';

/** One ticket: what it is, and its whole life. */
export function TicketShow() {
  return (
    <ShowBase>
      <TicketPage />
    </ShowBase>
  );
}

function TicketPage() {
  const t = useTexts(ticketTexts);
  const { record } = useShowContext<TicketShown>();
  // From the list, react-admin shows the row first; it has no life yet.
  if (record?.events === undefined) return <Skeleton variant="rounded" height={320} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, mt: 1 }}>
      <Title title={t('title', { number: record.number })} />
      <TicketFacts ticket={record} />
      <Section title={t('life')} help={t('life_note')}>
        <TicketTimeLine events={record.events} />
      </Section>
    </Box>
  );
}

function TicketFacts({ ticket }: { ticket: TicketShown }) {
  const t = useTexts(ticketTexts);
  const part = useTexts(partTexts);
  const language = useLanguage();
  const nameOf = useOfficeName();
  const channel = `channel_${ticket.channel}`;
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [t('number'), <strong key="number">{ticket.number}</strong>],
          [t('state'), <TicketStateChip key="state" state={ticket.state} />],
          [t('day'), ticket.day],
          [part('office'), nameOf(ticket.office)],
          [t('service'), localText(ticket.service.name, language)],
          [t('counter'), ticket.counter === null ? '–' : t('at_counter', { number: ticket.counter })],
          [t('channel'), channel in ticketTexts ? t(channel as 'channel_kiosk') : ticket.channel],
          [t('priority'), part(ticket.priority ? 'yes' : 'no')],
          [t('issued'), <ClockTime key="issued" at={ticket.issuedAt} />],
          [t('called'), <ClockTime key="called" at={ticket.calledAt} />],
          [t('started'), <ClockTime key="started" at={ticket.startedAt} />],
          [t('ended'), <ClockTime key="ended" at={ticket.endedAt} />],
          [t('waited'), <Waited key="waited" ticket={ticket} />],
          [t('calls'), ticket.callCount],
          [t('outcome'), ticket.outcome ?? '–'],
        ]}
      />
    </Section>
  );
}
