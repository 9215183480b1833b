import { z } from 'zod';
import { Id, LocalDate, Slug } from '../basics.ts';
import * as hall from '../hall.ts';
import * as tickets from '../tickets.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

const correction = <B extends z.ZodType>(name: string, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/api/tickets/{id}/${name}`,
    access: ['ticket.correct', 'counter.operate'],
    params: ById,
    body,
    response: hall.CounterAnswer,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** Giving out tickets, correcting them, and looking them up. */
export const ticketsEndpoints = {
  kioskIssue: {
    method: 'POST',
    path: '/api/kiosk/tickets',
    access: ['device:kiosk'],
    body: hall.KioskIssue,
    response: hall.IssuedTicket,
    status: 201,
    idempotent: 'required',
    summary: 'Give out a ticket at the kiosk',
  },
  staffIssue: {
    method: 'POST',
    path: '/api/tickets',
    access: ['ticket.issue'],
    body: hall.StaffIssue,
    response: hall.IssuedTicket,
    status: 201,
    idempotent: 'optional',
    summary: 'Staff or greeter gives out a ticket',
  },
  ticketCancel: correction('cancel', hall.TicketCancel, 'Cancel a ticket'),
  ticketReinstate: correction('reinstate', hall.Nothing, 'Bring an absent ticket back'),
  ticketAddService: correction('add-service', hall.TicketAddService, 'One more service on this ticket'),
  ticketPriority: correction('priority', hall.TicketPriority, 'Mark or unmark a priority visitor'),
  ticketList: {
    method: 'GET',
    path: '/api/offices/{office}/tickets',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    query: tickets.TicketQuery,
    response: tickets.TicketPage,
    status: 200,
    summary: 'Search the tickets of an office, newest first',
  },
  ticketLife: {
    method: 'GET',
    path: '/api/offices/{office}/tickets/{day}/{id}',
    access: ['hall.view'],
    params: z.object({ office: Slug, day: LocalDate, id: Id }),
    response: tickets.TicketLife,
    status: 200,
    summary: 'A ticket and what happened to it',
  },
  ticketExport: {
    method: 'GET',
    path: '/api/offices/{office}/tickets/export',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    query: tickets.TicketExport,
    response: NoContent,
    status: 200,
    file: 'text/csv',
    summary: 'The tickets of a search as CSV, newest first',
  },
  ticketCorrect: {
    method: 'POST',
    path: '/api/offices/{office}/tickets/{day}/{id}/correction',
    access: ['ticket.amend'],
    params: z.object({ office: Slug, day: LocalDate, id: Id }),
    body: tickets.TicketCorrection,
    response: tickets.TicketCorrected,
    status: 200,
    summary: 'Put right what was recorded of a ticket, with a reason',
  },
} as const satisfies Record<string, Endpoint>;
