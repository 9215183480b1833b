import type { OfficeSettings } from '@sunbeon/contract';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../data/data-provider.ts';

/** Key under which the settings of all offices are kept; whoever saves some writes them back there. */
export const officeSettingsKey = ['office-settings'] as const;

/** Settings of the offices that the person works for. */
export function useOfficeSettingsQuery() {
  const data = useConsoleData();
  return useQuery({
    queryKey: officeSettingsKey,
    queryFn: ({ signal }) => data.call('officeSettings', { signal }),
  });
}

/** Groups, zones and hours of the offices that the person works for; empty until they are read. */
export function useOfficeSettings(): readonly OfficeSettings[] {
  return useOfficeSettingsQuery().data ?? [];
}
