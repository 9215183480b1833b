import { Injectable } from '@nestjs/common';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ScreenChange } from './screen-change.ts';
import { ScreensReader } from './screens.reader.ts';
import { ScreensRepository } from './screens.repository.ts';

/** How screens are divided, per office. */
@Injectable()
export class LayoutsService {
  constructor(
    private readonly database: Database,
    private readonly reader: ScreensReader,
    private readonly repository: ScreensRepository,
    private readonly change: ScreenChange,
  ) {}

  async list(staff: StaffIdentity): Promise<RouteOutput<'layoutList'>> {
    const rows = await this.database.transaction(staff, (tx) => this.reader.layouts(tx));
    return rows.filter(({ officeId }) => worksAt(staff, officeId));
  }

  /** @throws not_found when the office is not theirs; conflict over 50 */
  create(staff: StaffIdentity, wish: RouteInput<'layoutCreate'>['body']): Promise<RouteOutput<'layoutCreate'>> {
    const { office: _slug, ...facts } = wish;
    return this.change.create(staff, {
      ...{ kind: 'layout', facts: wish },
      read: (tx, id) => this.reader.layouts(tx, id),
      work: (tx, officeId, id) => this.repository.putLayout(tx, officeId, id, facts),
    });
  }

  async update(
    staff: StaffIdentity,
    id: string,
    { version, ...facts }: RouteInput<'layoutUpdate'>['body'],
  ): Promise<RouteOutput<'layoutUpdate'>> {
    const after = await this.change.run(staff, {
      ...({ kind: 'layout', action: 'update', id, version } as const),
      read: (tx) => this.reader.layouts(tx, id),
      work: (tx, { officeId }) => this.repository.putLayout(tx, officeId, id, facts),
    });
    return after ?? refuse('not_found');
  }

  /** @throws in_use with the names of devices that show it by their own settings */
  async remove(staff: StaffIdentity, id: string, version: number): Promise<void> {
    await this.change.run(staff, {
      ...({ kind: 'layout', action: 'delete', id, version } as const),
      read: (tx) => this.reader.layouts(tx, id),
      work: async (tx) => {
        const uses = await this.reader.usesOf(tx, id);
        const issues = uses.slice(0, 20).map((message) => ({ path: 'device', message }));
        if (issues.length > 0) throw new ProblemException('in_use', undefined, issues);
        await this.repository.removeLayout(tx, id);
      },
    });
  }
}
