import { Injectable } from '@nestjs/common';
import {
  notificationKinds,
  type NotificationKind,
  type NotificationText,
  type NotificationWords,
} from '@sunbeon/contract';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { factsOf } from './notification-kinds.ts';
import { faultsOf, ownWords } from './notification-texts.policy.ts';
import { NotificationTextsReader, type OwnWords } from './notification-texts.reader.ts';
import { NotificationTextsRepository } from './notification-texts.repository.ts';

/**
 * What letters to staff and notices to residents say. They are the whole institution's: whoever configures an office reads
 * them; notices are written by people of all offices, letters, which open accounts, by those who look after accounts.
 */
@Injectable()
export class NotificationTextsService {
  constructor(
    private readonly database: Database,
    private readonly reader: NotificationTextsReader,
    private readonly repository: NotificationTextsRepository,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<NotificationText[]> {
    const rows = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    return notificationKinds.map((kind) =>
      present(
        kind,
        rows.find((row) => row.kind === kind),
      ),
    );
  }

  /** @throws forbidden, notification_text_faulty, changed_meanwhile */
  update(
    staff: StaffIdentity,
    kind: NotificationKind,
    { version, texts }: { version: number; texts: NotificationWords },
  ): Promise<NotificationText> {
    const issues = faultsOf(kind, texts);
    if (issues.length > 0) throw new ProblemException('notification_text_faulty', undefined, issues);
    return this.save(staff, kind, { version, texts: ownWords(kind, texts) }, 'notification_text.update');
  }

  /** @throws forbidden, changed_meanwhile */
  reset(staff: StaffIdentity, kind: NotificationKind, version: number): Promise<NotificationText> {
    return this.save(staff, kind, { version, texts: {} }, 'notification_text.reset');
  }

  private save(
    staff: StaffIdentity,
    kind: NotificationKind,
    { version, texts }: { version: number; texts: NotificationWords },
    action: string,
  ): Promise<NotificationText> {
    holdMayWrite(staff, kind);
    return this.database.transaction(staff, async (tx) => {
      const before = await this.repository.lock(tx, kind);
      if (before.version !== version) refuse('changed_meanwhile');
      await this.repository.save(tx, kind, texts);
      const target = { kind: 'notification_text', id: kind };
      await this.audit.record(tx, { action, target, before: before.texts, after: texts });
      return present(kind, await this.reader.one(tx, kind));
    });
  }
}

function present(kind: NotificationKind, own: OwnWords | undefined): NotificationText {
  const changedAt = own && own.version > 0 ? iso(own.changedAt) : null;
  return { id: kind, ...factsOf(kind), texts: own?.texts ?? {}, version: own?.version ?? 0, changedAt };
}

/** @throws forbidden */
function holdMayWrite({ officeIds, permissions }: StaffIdentity, kind: NotificationKind): void {
  if (officeIds.length > 0) refuse('forbidden');
  if (factsOf(kind).audience === 'staff' && !permissions.has('staff.manage')) refuse('forbidden');
}
