import type { TicketMoment } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { ClockTime, TicketStateChip } from './ticket-parts.tsx';
import { eventTexts, pickTexts, ticketTexts } from './ticket-texts.ts';

/** What happened, in order: when, what, by whom, where. */
export function TicketTimeLine({ events }: { events: readonly TicketMoment[] }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }} data-testid="ticket-life">
      {events.map((event) => (
        <MomentLine key={event.seq} event={event} />
      ))}
    </Box>
  );
}

function MomentLine({ event }: { event: TicketMoment }) {
  const details = useDetails(event);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '5.5rem minmax(0, 1fr) auto',
        gap: 1.5,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Typography component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <ClockTime at={event.at} />
      </Typography>
      <Box>
        <Typography component="div" sx={{ fontWeight: 700 }}>
          <Deed type={event.type} />
        </Typography>
        <Typography component="div" variant="body2" color="text.secondary">
          {details.join(' · ')}
        </Typography>
      </Box>
      {event.from !== event.to && <TicketStateChip state={event.to} />}
    </Box>
  );
}

/** The event in words; its code where there are none for it: a newer server may know more. */
function Deed({ type }: { type: string }) {
  const t = useTexts(eventTexts);
  return type in eventTexts ? <>{t(type as keyof typeof eventTexts)}</> : <code>{type}</code>;
}

function useDetails({ actor, counter, service, reason, pick, priority }: TicketMoment): string[] {
  const t = useTexts(ticketTexts);
  const why = useTexts(pickTexts);
  const language = useLanguage();
  const reasonCode = `reason_${reason}`;
  return [
    actor.name ?? t(`by_${actor.kind}`),
    counter === null ? '' : t('at_counter', { number: counter }),
    service === null ? '' : t('for_service', { name: localText(service, language) }),
    priority === null ? '' : t(priority ? 'priority_on' : 'priority_off'),
    pick !== null && pick in pickTexts ? why(pick as keyof typeof pickTexts) : '',
    reason === null || reason === ''
      ? ''
      : reasonCode in ticketTexts
        ? t(reasonCode as 'reason_day_end')
        : t('reason', { reason }),
  ].filter((text) => text !== '');
}
