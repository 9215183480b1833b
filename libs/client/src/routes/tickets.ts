/** Rows of `routes.ts`: giving out tickets and correcting them. */
export const ticketsRoutes = {
  kioskIssue: ['POST', '/api/kiosk/tickets'],
  staffIssue: ['POST', '/api/tickets'],
  ticketCancel: ['POST', '/api/tickets/{id}/cancel'],
  ticketReinstate: ['POST', '/api/tickets/{id}/reinstate'],
  ticketAddService: ['POST', '/api/tickets/{id}/add-service'],
  ticketPriority: ['POST', '/api/tickets/{id}/priority'],
} as const;
