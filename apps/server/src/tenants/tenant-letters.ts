import { Injectable } from '@nestjs/common';
import type { TenantLife, TenantMove } from '@sunbeon/domain';
import type { Transaction } from '../platform/database/database.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import { Mail } from '../platform/mail/mail.ts';
import { lifeLetter, localDay, trialLetter, type LifeNewsKind, type Text } from './letters.ts';
import { TenantLifeRepository, type TenantRecord } from './tenant-life.repository.ts';

const DAY_MS = 86_400_000;

/** Letters to the owners of a tenant about its life. */
@Injectable()
export class TenantLetters {
  constructor(
    private readonly tenants: TenantLifeRepository,
    private readonly mail: Mail,
    private readonly links: PublicLinks,
  ) {}

  /** Tells what a move did, or will do after the halls' day. */
  async tell(
    tx: Transaction,
    move: TenantMove,
    before: TenantRecord,
    after: TenantLife,
    reason: string | null,
  ): Promise<void> {
    const kind = newsOf(move, after);
    const at = after.next?.at ?? after.trialEndsAt;
    const words = reason === 'trial_ended' ? '시범 이용 기간이 끝났습니다. (The trial is over.)' : reason;
    const news = {
      name: before.name,
      reason: words,
      at: at === null ? null : localDay(at, before.zone),
      link: this.links.to('/signup/setup'),
    };
    const language = (await this.tenants.application(tx))?.language ?? 'ko';
    await this.toOwners(tx, lifeLetter(kind, news, language));
  }

  /** The end of a trial comes near. @param endsAt, now epoch milliseconds */
  async trialEnds(tx: Transaction, { name, zone }: TenantRecord, endsAt: number, now: number): Promise<void> {
    const language = (await this.tenants.application(tx))?.language ?? 'ko';
    const days = Math.ceil((endsAt - now) / DAY_MS);
    const link = this.links.to('/console/');
    await this.toOwners(tx, trialLetter(language, { name, at: localDay(endsAt, zone), days, link }));
  }

  async toOwners(tx: Transaction, text: Text): Promise<void> {
    for (const { email } of await this.tenants.owners(tx)) await this.mail.post(tx, { to: email, ...text });
  }
}

function newsOf(move: TenantMove, { status, next }: TenantLife): LifeNewsKind {
  if (next) return next.status === 'closed' ? 'closing_later' : 'resting_later';
  if (move === 'approve') return 'approved';
  if (move === 'refuse') return 'refused';
  if (status === 'suspended' || status === 'closed') return status;
  return 'serving';
}
