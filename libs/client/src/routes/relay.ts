/** Rows of `routes.ts`: ticket hardware through the relay. */
export const relayRoutes = {
  relayEvents: ['POST', '/api/relay/events'],
} as const;
