import { Injectable } from '@nestjs/common';
import type { OfficeFacts, OfficeSettings } from '@sunbeon/contract';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { refuse } from '../platform/http/problem.ts';
import { OfficeChange } from './office-change.ts';
import { factsOf, presentSettings } from './settings.presenter.ts';
import { SettingsRepository } from './settings.repository.ts';
import { holdFacts } from './whole-check.ts';

/** What an office is called, where it is, how it calls, and its groups, zones and priorities. */
@Injectable()
export class OfficeFactsService {
  constructor(
    private readonly change: OfficeChange,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  /** Counts at once; tickets that are out keep the priority they have. @throws changed_meanwhile, validation */
  update(staff: StaffIdentity, officeId: string, version: number, facts: OfficeFacts): Promise<OfficeSettings> {
    return this.change.run(staff, officeId, async ({ tx, office }) => {
      if (office.version !== version) refuse('changed_meanwhile');
      const after = { ...office, version: version + 1, settings: { ...office.settings, ...facts } };
      holdFacts(after);
      await this.settings.saveOffice(tx, officeId, facts);
      const target = { kind: 'office', id: officeId };
      await this.audit.record(tx, { action: 'office.update', target, before: factsOf(office.settings), after: facts });
      return presentSettings(after);
    });
  }
}
