import type { CallOutput } from '@sunbeon/client';
import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

/** A device alert; `state`: open = now, and nobody looks after it; seen = now, somebody does; over. */
export type AlertRow = CallOutput<'deviceAlerts'>[number] & { readonly state: 'open' | 'seen' | 'over' };

/** What is wrong with devices, and what was within a week. */
export const alertsSource: MakeSource = (client) => ({
  list: async (params) => localList((await client.call('deviceAlerts', ending(params.signal))).map(withState), params),
});

function withState(alert: CallOutput<'deviceAlerts'>[number]): AlertRow {
  if (alert.endedAt !== null) return { ...alert, state: 'over' };
  return { ...alert, state: alert.seenAt === null ? 'open' : 'seen' };
}
