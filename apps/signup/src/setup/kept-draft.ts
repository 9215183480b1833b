import { guarded } from '@sunbeon/ui';
import type { OfficeDraft } from './draft.ts';

const storage = guarded(globalThis.localStorage);
/** Another shape of the draft gets another number, so that an old one is never read as a new one. */
const key = (tenant: string) => `sunbeon.setup.1.${tenant}`;

/** The draft of an office kept in this browser, so that it can be taken up on another day; null = none. */
export function readDraft(tenant: string): OfficeDraft | null {
  try {
    return JSON.parse(storage.getItem(key(tenant)) ?? 'null') as OfficeDraft | null;
  } catch {
    return null;
  }
}

/** Keeps a draft; null forgets it, once the office is made. */
export function keepDraft(tenant: string, draft: OfficeDraft | null): void {
  if (draft === null) storage.removeItem(key(tenant));
  else storage.setItem(key(tenant), JSON.stringify(draft));
}
