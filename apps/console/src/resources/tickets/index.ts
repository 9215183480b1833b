import type { ResourceProps } from 'react-admin';
import type { TicketRow } from '../../data/sources/tickets.ts';
import { lazyPage } from '../lazy-page.ts';

/** Tickets of any day, and what happened to them. */
export const tickets: ResourceProps = {
  name: 'tickets',
  list: lazyPage(() => import('./ticket-list.tsx'), 'TicketList'),
  show: lazyPage(() => import('./ticket-show.tsx'), 'TicketShow'),
  recordRepresentation: (ticket: TicketRow) => ticket.number,
};
