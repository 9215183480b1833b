import { Injectable } from '@nestjs/common';
import type { KioskScreen, LocalText } from '@sunbeon/contract';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { OfficesReader, type OfficeConfig } from '../offices/offices.reader.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ScreenChange } from './screen-change.ts';
import { plainKioskScreen, ScreensReader, type InOffice, type KioskRecord } from './screens.reader.ts';
import { ScreensRepository } from './screens.repository.ts';

type Row = RouteOutput<'kioskScreenUpdate'>;

/** What kiosks show before a service is chosen, per office. */
@Injectable()
export class KioskScreensService {
  constructor(
    private readonly database: Database,
    private readonly reader: ScreensReader,
    private readonly repository: ScreensRepository,
    private readonly change: ScreenChange,
    private readonly offices: OfficesReader,
  ) {}

  async list(staff: StaffIdentity): Promise<RouteOutput<'kioskScreenList'>> {
    const rows = await this.database.transaction(staff, (tx) => this.reader.kiosks(tx));
    return rows.filter(({ id }) => worksAt(staff, id)).map(presentKiosk);
  }

  /** @throws validation when a card is neither a group nor a service of the office; changed_meanwhile */
  async update(
    staff: StaffIdentity,
    officeId: string,
    { version, ...wish }: RouteInput<'kioskScreenUpdate'>['body'],
  ): Promise<Row> {
    const settings: KioskScreen = { ...wish, greeting: said(wish.greeting), closedText: said(wish.closedText) };
    const after = await this.change.run<Row>(staff, {
      ...({ kind: 'kiosk_screen', action: 'update', id: officeId, version } as const),
      read: async (tx) => (await this.reader.kiosks(tx, officeId)).map(inOffice),
      work: async (tx) => {
        holdCards(await this.office(tx, officeId), settings.first);
        await this.repository.putKiosk(tx, officeId, settings);
      },
    });
    return after ?? refuse('not_found');
  }

  private office(tx: Transaction, officeId: string): Promise<OfficeConfig> {
    // Newer than anything that was read before: the office is locked.
    return this.offices.configOf(tx, officeId, Number.MAX_SAFE_INTEGER);
  }
}

function holdCards({ groups, services }: OfficeConfig, first: readonly string[]): void {
  const known = new Set([...groups.map(({ code }) => code), ...[...services.values()].map(({ code }) => code)]);
  const issues = first.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: `body.first.${index}`, message: 'is neither a group nor a service of the office' }],
  );
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues.slice(0, 20));
}

function presentKiosk({ id, office, version, settings }: KioskRecord): Row {
  return { id, office, version, ...(settings ?? plainKioskScreen) };
}

const inOffice = (record: KioskRecord): InOffice<Row> => ({ ...presentKiosk(record), officeId: record.id });

/** Without the languages in which nothing is written. */
function said(text: LocalText | null): LocalText | null {
  return text && (Object.fromEntries(Object.entries(text).filter(([, words]) => words !== '')) as LocalText);
}
