import type { DeviceConfig } from '@sunbeon/contract';
import { useLanguage } from '@sunbeon/ui';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../data/data-provider.ts';

/** What a new screen or kiosk of an office would get, to be shown with changes that are not saved yet. */
export function usePreviewConfig(office: string | undefined, kind: 'display' | 'kiosk'): DeviceConfig | undefined {
  const data = useConsoleData();
  const language = useLanguage();
  const { data: config } = useQuery({
    queryKey: ['screen-preview', kind, office, language],
    enabled: office !== undefined,
    queryFn: ({ signal }) => data.call('screenPreview', { query: { office: office ?? '', kind }, signal }),
  });
  return config;
}
