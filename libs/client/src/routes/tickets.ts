/** Rows of `routes.ts`: giving out tickets, correcting them, and looking them up. */
export const ticketsRoutes = {
  kioskIssue: ['POST', '/api/kiosk/tickets'],
  staffIssue: ['POST', '/api/tickets'],
  ticketCancel: ['POST', '/api/tickets/{id}/cancel'],
  ticketReinstate: ['POST', '/api/tickets/{id}/reinstate'],
  ticketAddService: ['POST', '/api/tickets/{id}/add-service'],
  ticketPriority: ['POST', '/api/tickets/{id}/priority'],
  ticketList: ['GET', '/api/offices/{office}/tickets'],
  ticketLife: ['GET', '/api/offices/{office}/tickets/{day}/{id}'],
  ticketExport: ['GET', '/api/offices/{office}/tickets/export'],
  ticketCorrect: ['POST', '/api/offices/{office}/tickets/{day}/{id}/correction'],
} as const;
