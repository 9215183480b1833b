/** Rows of `routes.ts`: what residents read and do, without log-in. */
export const publicRoutes = {
  publicTenant: ['GET', '/api/public/{tenant}'],
  publicStatus: ['GET', '/api/public/{tenant}/{office}/status'],
  publicTicket: ['GET', '/api/public/tickets/{token}'],
  publicTicketCancel: ['POST', '/api/public/tickets/{token}/cancel'],
  publicTicketPostpone: ['POST', '/api/public/tickets/{token}/postpone'],
} as const;
