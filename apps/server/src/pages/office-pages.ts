import type { Language } from '@sunbeon/contract';
import type { BoardEntry } from '../boards/boards.reader.ts';
import type { UnmannedKioskRow } from '../unmanned-kiosks/unmanned-kiosks.reader.ts';
import { officeExtras } from './office-extras.ts';
import type { PageSender } from './page-sender.ts';
import type { Representation } from './representation.ts';
import type { ResidentRenderer } from './resident-renderer.ts';

interface Kept {
  readonly entry: BoardEntry;
  readonly machines: readonly UnmannedKioskRow[];
  readonly page: Representation;
}

/** Pages kept at most: one per office and language, some 20 KB each. */
const MOST_KEPT = 1_000;

/** The office's page, made once per board, list of machines and language, and handed to all. */
export class OfficePages {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly pages: PageSender) {}

  pageOf(
    entry: BoardEntry,
    machines: readonly UnmannedKioskRow[],
    language: Language,
    renderer: ResidentRenderer,
  ): Representation {
    const key = `${entry.officeId}/${language}`;
    const known = this.kept.get(key);
    if (known && known.machines === machines && isSame(known.entry, entry)) return known.page;
    const { tenant, config } = entry.facts;
    const extras = officeExtras(tenant.name, config, machines);
    const page = this.pages.represent(renderer.renderOffice(entry.status, extras, language));
    this.keep(key, { entry, machines, page });
    return page;
  }

  private keep(key: string, kept: Kept): void {
    // Taken out first, so that the oldest stands first.
    this.kept.delete(key);
    this.kept.set(key, kept);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}

function isSame(a: BoardEntry, b: BoardEntry): boolean {
  return (
    a === b ||
    (a.etag === b.etag &&
      a.facts.config.revision === b.facts.config.revision &&
      a.facts.tenant.name === b.facts.tenant.name)
  );
}
