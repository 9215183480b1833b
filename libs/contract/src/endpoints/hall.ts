import { z } from 'zod';
import { Slug } from '../basics.ts';
import * as hall from '../hall.ts';
import { Hall } from '../realtime.ts';
import { type Endpoint } from './endpoint.ts';

/** The hall as staff see it. */
export const hallEndpoints = {
  hall: {
    method: 'GET',
    path: '/api/offices/{office}/hall',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    response: Hall,
    status: 200,
    summary: 'The hall as staff see it',
  },
  explain: {
    method: 'GET',
    path: '/api/offices/{office}/order',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    query: z.object({ first: z.string().max(16), second: z.string().max(16) }),
    response: hall.OrderExplanation,
    status: 200,
    summary: 'Why was one ticket called before another',
  },
} as const satisfies Record<string, Endpoint>;
