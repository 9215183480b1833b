import { useCallback, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useConsoleData, type ConsoleData } from '../data/data-provider.ts';
import { useExplain } from './use-explain.ts';

export interface Act {
  /** True while something is under way: buttons wait. */
  readonly busy: boolean;
  /**
   * Does something, says that it is done and reads the page anew; says why when it was refused.
   * @returns what was answered; undefined when it was refused
   */
  act<T>(
    work: (call: ConsoleData['call']) => Promise<T>,
    done?: string | ((answer: T) => string),
  ): Promise<T | undefined>;
}

/** Commands of a page, one at a time. */
export function useAct(): Act {
  const data = useConsoleData();
  const notify = useNotify();
  const refresh = useRefresh();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const act: Act['act'] = useCallback(
    async (work, done) => {
      setBusy(true);
      try {
        const answer = await work(data.call as ConsoleData['call']);
        if (done !== undefined) notify(typeof done === 'string' ? done : done(answer), { type: 'success' });
        refresh();
        return answer;
      } catch (error) {
        notify(explain(error), { type: 'error', autoHideDuration: 8_000 });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [data, notify, refresh, explain],
  );
  return { act, busy };
}
