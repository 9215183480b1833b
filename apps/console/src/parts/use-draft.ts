import type { OfficeSettings } from '@sunbeon/contract';
import { same } from '@sunbeon/domain';
import { useTexts } from '@sunbeon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNotify } from 'react-admin';
import { useConsoleData, type ConsoleData } from '../data/data-provider.ts';
import { isUnclear, problemOf } from '../data/refusal.ts';
import { partTexts } from './part-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import { useExplain } from './use-explain.ts';
import { officeSettingsKey } from './use-office-settings.ts';

/** A part of an office's settings while it is edited. */
export interface Draft<Part> {
  /** What stands in the form. */
  readonly value: Part;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** The line was lost in the middle of a save: nobody knows whether it arrived. */
  readonly isUnclear: boolean;
  /** Fields that the server refused, by their paths in the body. */
  readonly refused: ReadonlySet<string>;
  /** What somebody else saved meanwhile; null = nothing to decide. */
  readonly theirs: Part | null;
  set(change: (now: Part) => Part): void;
  save(): Promise<void>;
  keepMine(): Promise<void>;
  keepTheirs(): void;
  /** Back to the form, undecided. */
  closeClash(): void;
  discard(): void;
}

interface DraftOf<Part> {
  readonly office: OfficeSettings;
  readonly part: (office: OfficeSettings) => Part;
  readonly send: (data: ConsoleData, value: Part, version: number) => Promise<OfficeSettings>;
}

/** What was typed, and what it was typed upon. */
interface Typed<Part> {
  readonly value: Part;
  readonly before: Part;
  readonly version: number;
}

const none: ReadonlySet<string> = new Set();

/**
 * Keeps what is typed until it is saved: through refusals, lost lines and changes by others. An office has one version for
 * all its settings, so that a change of another part goes unnoticed, and one of this part is shown before it is overwritten.
 */
export function useDraft<Part>({ office, part, send }: DraftOf<Part>): Draft<Part> {
  const t = useTexts(settingsTexts);
  const words = useTexts(partTexts);
  const data = useConsoleData();
  const queries = useQueryClient();
  const notify = useNotify();
  const explain = useExplain();
  const [typed, setTyped] = useState<Typed<Part> | null>(null);
  const [phase, setPhase] = useState<'still' | 'saving' | 'unclear'>('still');
  const [refused, setRefused] = useState(none);
  const [newer, setNewer] = useState<OfficeSettings | null>(null);
  const stored = part(office);
  const isDirty = typed !== null && !same(typed.value, typed.before);
  useWarning(isDirty);

  const settle = (saved: OfficeSettings) => {
    queries.setQueryData<OfficeSettings[]>(officeSettingsKey, (all) =>
      (all ?? []).map((one) => (one.id === saved.id ? saved : one)),
    );
    void queries.invalidateQueries({ queryKey: ['office-year', saved.id] });
    setTyped(null);
    setNewer(null);
    setRefused(none);
  };
  const read = async (): Promise<OfficeSettings> => {
    const now = (await data.call('officeSettings')).find(({ id }) => id === office.id);
    if (!now) throw new Error('an office that is gone');
    return now;
  };
  /** What came of it meanwhile. @returns version upon which to send once more; null = there is nothing to send now */
  const meanwhile = async ({ value, before }: Typed<Part>): Promise<number | null> => {
    const now = await read();
    if (same(part(now), value)) {
      settle(now);
      notify(t('saved_before'), { type: 'success' });
      return null;
    }
    if (same(part(now), before)) return now.version;
    setNewer(now);
    return null;
  };
  const attempt = async (wish: Typed<Part>): Promise<void> => {
    try {
      settle(await send(data, wish.value, wish.version));
      notify(words('saved'), { type: 'success' });
    } catch (error) {
      if (problemOf(error)?.code !== 'changed_meanwhile') throw error;
      const version = await meanwhile(wish);
      if (version !== null) await attempt({ ...wish, version });
    }
  };
  const save = async (wish: Typed<Part> | null) => {
    if (!wish || phase === 'saving') return;
    setPhase('saving');
    setRefused(none);
    try {
      await attempt(wish);
      setPhase('still');
    } catch (error) {
      setPhase(isUnclear(error) ? 'unclear' : 'still');
      setRefused(new Set((problemOf(error)?.issues ?? []).map(({ path }) => path.replace(/^body\./, ''))));
      if (!isUnclear(error)) notify(explain(error), { type: 'error', autoHideDuration: 8_000 });
    }
  };
  return {
    value: typed?.value ?? stored,
    isDirty,
    isSaving: phase === 'saving',
    isUnclear: phase === 'unclear',
    refused,
    theirs: newer && part(newer),
    set: (change) =>
      setTyped((now) => {
        const { value, before, version } = now ?? { value: stored, before: stored, version: office.version };
        return { value: change(value), before, version };
      }),
    save: () => save(typed),
    keepMine: () => save(typed && newer && { ...typed, before: part(newer), version: newer.version }),
    keepTheirs: () => newer && settle(newer),
    closeClash: () => setNewer(null),
    discard: () => {
      setTyped(null);
      setRefused(none);
      setPhase('still');
    },
  };
}

/** Whoever closes the window with something typed is asked by the browser. */
function useWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
