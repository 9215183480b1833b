import { RelayBatch, RelayResult } from '../relay.ts';
import { type Endpoint } from './endpoint.ts';

/** Ticket hardware through the relay. */
export const relayEndpoints = {
  relayEvents: {
    method: 'POST',
    path: '/api/relay/events',
    access: ['device:relay'],
    body: RelayBatch,
    response: RelayResult,
    status: 200,
    summary: 'Events of ticket hardware',
  },
} as const satisfies Record<string, Endpoint>;
