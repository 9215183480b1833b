import type { Client, Download } from '@sunbeon/client';
import { useCallback } from 'react';
import { useConsoleData } from '../data/data-provider.ts';
import { useAct } from './use-act.ts';

/** Fetches a file and hands it to the browser, as a link to it would. */
export function useDownload(options: Parameters<typeof useAct>[0] = {}) {
  const data = useConsoleData();
  const { act, busy, fault } = useAct(options);
  const download = useCallback(
    (ask: (fetch: Client['download']) => Promise<Download>, done: string) =>
      act(async () => {
        const file = await ask(data.download as Client['download']);
        handFile(file);
        return true;
      }, done),
    [act, data],
  );
  return { download, busy, fault };
}

/** Saves a file as the browser saves what a link leads to. */
export function handFile({ blob, name }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
