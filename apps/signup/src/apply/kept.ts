import { emptyApplication, type Application } from './application.ts';

interface Kept {
  readonly application: Application;
  /** Where the letter went. */
  readonly sentTo: string | null;
}

/** What was entered on this visit, in memory only: somebody who comes back to correct an address types nothing twice. */
let kept: Kept = { application: emptyApplication, sentTo: null };

export const keptApplication = (): Kept => kept;

export function keepApplication(application: Application, sentTo: string | null): void {
  kept = { application, sentTo };
}
