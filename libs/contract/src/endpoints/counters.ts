import { z } from 'zod';
import * as hall from '../hall.ts';
import { ById, type Endpoint } from './endpoint.ts';

const command = <B extends z.ZodType>(name: string, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/api/counters/{id}/${name}`,
    access: ['counter.operate'],
    params: ById,
    body,
    response: hall.CounterAnswer,
    status: 200,
    idempotent: 'optional',
    summary,
  }) as const satisfies Endpoint;

/** Commands of a counter. */
export const countersEndpoints = {
  counterOpen: command('open', hall.CounterOpen, 'Open the counter'),
  counterPause: command('pause', hall.CounterPause, 'Pause'),
  counterResume: command('resume', hall.Nothing, 'Go on after a pause'),
  counterClose: command('close', hall.Nothing, 'Close the counter'),
  callNext: {
    ...command('call-next', hall.Nothing, 'Call the next ticket; 204 when nobody waits'),
    response: hall.CounterAnswer.optional(),
  },
  call: command('call', hall.CounterCall, 'Call a certain ticket'),
  recall: command('recall', hall.Nothing, 'Call again'),
  start: command('start', hall.Nothing, 'The visitor is here'),
  complete: command('complete', hall.TicketComplete, 'Done; a journey goes on to its next step'),
  noShow: command('no-show', hall.Nothing, 'The visitor is absent'),
  putBack: command('put-back', hall.Nothing, 'Back to the line, place kept'),
  hold: command('hold', hall.TicketHold, 'Park the ticket'),
  takeUp: command('take-up', hall.TicketTakeUp, 'Take up a parked ticket'),
  transfer: command('transfer', hall.TicketTransfer, 'To another service or counter, place kept'),
  undo: command('undo', hall.Nothing, 'Undo the last action of this counter'),
  help: command('help', hall.HelpCall, 'Call a colleague, silently'),
  callBack: {
    ...command('call-back', hall.CallBack, 'Ask who is on a break to come back, or take that back'),
    access: ['office.configure'],
  },
  callBackSeen: command('call-back-seen', hall.Nothing, 'Say that one has read that one is asked to come back'),
} as const satisfies Record<string, Endpoint>;
