import { useTexts } from '@sunbeon/ui';
import { useState, type ReactNode } from 'react';
import { Edit, useNotify, useRedirect, useRefresh, useResourceContext, type RaRecord } from 'react-admin';
import { useConsoleData } from '../data/data-provider.ts';
import { isUnclear, problemOf } from '../data/refusal.ts';
import { ClashDialog, differencesOf } from './clash-dialog.tsx';
import { settingsTexts } from './settings-texts.ts';
import { useExplain } from './use-explain.ts';

/** A record of which somebody else may have saved another version meanwhile. */
export type Versioned = RaRecord<string> & { readonly version: number };

interface Clash {
  readonly mine: Versioned;
  readonly theirs: Versioned;
}

/**
 * An editing page of something that has a version. When it was changed meanwhile, both contents are shown side by side, and
 * whoever came second decides; until then nothing of either is lost. When the line drops in the middle of a save, the form
 * stays as it is: what had arrived all the same is found by its version, so that no retry saves twice.
 * @param labels names of the fields that are compared
 */
export function VersionedEdit({ labels, children }: { labels: Readonly<Record<string, string>>; children: ReactNode }) {
  const resource = useResourceContext() ?? '';
  const t = useTexts(settingsTexts);
  const data = useConsoleData();
  const notify = useNotify();
  const refresh = useRefresh();
  const redirect = useRedirect();
  const explain = useExplain();
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const done = () => {
    setClash(null);
    refresh();
    redirect('list', resource);
  };
  const failed = async (error: unknown, mine: Versioned) => {
    if (problemOf(error)?.code !== 'changed_meanwhile') {
      notify(isUnclear(error) ? t('unclear') : explain(error), { type: 'error', autoHideDuration: 10_000 });
      return;
    }
    const { data: theirs } = await data.getOne<Versioned>(resource, { id: mine.id });
    if (differencesOf(labels, mine, theirs).length > 0) return setClash({ mine, theirs });
    notify(t('saved_before'), { type: 'success' });
    done();
  };
  const keepMine = async ({ mine, theirs }: Clash) => {
    const wish = { ...mine, version: theirs.version };
    setBusy(true);
    try {
      await data.update(resource, { id: mine.id, data: wish, previousData: theirs });
      done();
    } catch (error) {
      await failed(error, wish);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Edit
        mutationMode="pessimistic"
        redirect="list"
        actions={false}
        mutationOptions={{
          onError: (error, variables) => {
            const { data: mine } = variables as { data: Versioned };
            failed(error, mine).catch((fault: unknown) => notify(explain(fault), { type: 'error' }));
          },
        }}
      >
        {children}
      </Edit>
      {clash && (
        <ClashDialog
          differences={differencesOf(labels, clash.mine, clash.theirs)}
          busy={busy}
          onKeepMine={() => void keepMine(clash)}
          onKeepTheirs={() => {
            setClash(null);
            refresh();
          }}
          onClose={() => setClash(null)}
        />
      )}
    </>
  );
}
