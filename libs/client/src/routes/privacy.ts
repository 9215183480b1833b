/** Rows of `routes.ts`: phone numbers, consent, keys, terms and figures. */
export const privacyRoutes = {
  privacySettings: ['GET', '/api/admin/privacy'],
  privacyChange: ['PUT', '/api/admin/privacy'],
  keyRotate: ['POST', '/api/admin/privacy/rotate-key'],
  deletionProofs: ['GET', '/api/admin/privacy/deletions'],
  ticketContact: ['GET', '/api/tickets/{id}/contact'],
  ticketContactOpen: ['POST', '/api/tickets/{id}/contact'],
  dayFigures: ['GET', '/api/admin/figures'],
} as const;
