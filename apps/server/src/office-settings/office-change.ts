import { Injectable } from '@nestjs/common';
import type { HallDraft } from '../hall/hall-draft.ts';
import { HallCommands } from '../hall/hall.commands.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';
import type { WholeOffice } from './whole-office.ts';

/** What a change has before it: the office as stored, and its hall, both locked. */
export interface OfficeChanging {
  readonly tx: Transaction;
  readonly hall: HallDraft;
  readonly office: WholeOffice;
}

/**
 * The one way in which a configuration changes: under the lock of the hall, so that no command runs on half of it. Boards
 * are built anew at once, devices are told, and the waker works out what the clock brings next.
 */
@Injectable()
export class OfficeChange {
  constructor(
    private readonly database: Database,
    private readonly commands: HallCommands,
    private readonly reader: SettingsReader,
    private readonly settings: SettingsRepository,
    private readonly devices: DeviceEvents,
  ) {}

  /** @throws not_found when the person does not work there; whatever `work` refuses, and then nothing is changed */
  async run<T>(staff: StaffIdentity, officeId: string, work: (change: OfficeChanging) => Promise<T>): Promise<T> {
    if (!worksAt(staff, officeId)) refuse('not_found');
    return this.commands.run(staff, { kind: 'staff', id: staff.staffId }, { officeId }, {}, async (hall, tx) => {
      const office = (await this.reader.whole(tx, officeId)) ?? refuse('not_found');
      const result = await work({ tx, hall, office });
      const told = await this.settings.raise(tx, officeId);
      hall.touch();
      hall.live.wakeAt = hall.now;
      tx.onCommit(() => {
        for (const { id, version } of told) this.tell(id, version);
      });
      return result;
    });
  }

  /** As run, for the office of a service or counter. */
  async of<T>(
    staff: StaffIdentity,
    kind: 'service' | 'counter',
    id: string,
    work: (change: OfficeChanging) => Promise<T>,
  ): Promise<T> {
    const officeId = await this.database.transaction(staff, (tx) => this.reader.officeOf(tx, kind, id));
    return this.run(staff, officeId ?? refuse('not_found'), work);
  }

  /** Who does not hear it learns it from the next heartbeat. */
  private tell(deviceId: string, version: number): void {
    void this.devices.say({ to: { deviceId }, name: 'config', payload: { version } });
  }
}
