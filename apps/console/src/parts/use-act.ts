import { useTexts } from '@sunbeon/ui';
import { useCallback, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { problemOf } from '../data/refusal.ts';
import { partTexts } from './part-texts.ts';
import { useConsoleData, type ConsoleData } from '../data/data-provider.ts';
import { useExplain } from './use-explain.ts';

export interface Act {
  /** True while something is under way: buttons wait. */
  readonly busy: boolean;
  /** Why the last one was refused, in one sentence; with `inDialog` only, else it is told below the page. */
  readonly fault: string | null;
  /** For a dialog that opens anew. */
  forget(): void;
  /**
   * Does something, says that it is done and reads the page anew; says why when it was refused.
   * @returns what was answered; undefined when it was refused
   */
  act<T>(
    work: (call: ConsoleData['call']) => Promise<T>,
    done?: string | ((answer: T) => string),
  ): Promise<T | undefined>;
}

interface ActOptions {
  /** A refusal is for the dialog to say: what stands below the page is hidden from screen readers while it is open. */
  readonly inDialog?: boolean;
  /** In a dialog: what a conflict means here. */
  readonly conflict?: string;
}

/** Commands of a page, one at a time. */
export function useAct({ inDialog = false, conflict }: ActOptions = {}): Act {
  const data = useConsoleData();
  const notify = useNotify();
  const refresh = useRefresh();
  const explain = useExplain();
  const t = useTexts(partTexts);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const forget = useCallback(() => setFault(null), []);
  const said = useCallback(
    (error: unknown) => {
      const code = problemOf(error)?.code;
      if (code === 'bad_credentials') return t('password_wrong');
      return code === 'conflict' && conflict !== undefined ? conflict : explain(error);
    },
    [explain, t, conflict],
  );
  const act: Act['act'] = useCallback(
    async (work, done) => {
      setBusy(true);
      setFault(null);
      try {
        const answer = await work(data.call as ConsoleData['call']);
        if (done !== undefined) notify(typeof done === 'string' ? done : done(answer), { type: 'success' });
        refresh();
        return answer;
      } catch (error) {
        if (inDialog) setFault(said(error));
        else notify(explain(error), { type: 'error', autoHideDuration: 8_000 });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [data, notify, refresh, explain, said, inDialog],
  );
  return { act, busy, fault, forget };
}
