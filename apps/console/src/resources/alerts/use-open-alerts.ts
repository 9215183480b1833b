import { useGetList } from 'react-admin';
import type { AlertRow } from '../../data/sources/alerts.ts';
import { mayOpen } from '../../session/access.ts';
import { useMe } from '../../session/session-context.ts';

/** Alerts that nobody looks after yet; asked anew twice a minute, and at once when the socket tells of one. */
export function useOpenAlerts(): readonly AlertRow[] {
  const enabled = mayOpen(useMe()?.permissions ?? [], 'alerts');
  const { data } = useGetList<AlertRow>(
    'alerts',
    { filter: { state: 'open' }, pagination: { page: 1, perPage: 100 }, sort: { field: 'beganAt', order: 'DESC' } },
    { enabled, refetchInterval: 30_000 },
  );
  return data ?? [];
}
