import { Injectable, Module } from '@nestjs/common';
import type { NotificationKind, NotificationWords } from '@sunbeon/contract';
import { bilingualLetter, fillPlaceholders } from '@sunbeon/domain';
import { statement, type SqlScope } from '../platform/database/database.ts';
import type { Letter } from '../platform/mail/letter.ts';
import type { LetterKind, LetterValues } from './letter-words.ts';
import { factsOf, wordsOf } from './notification-kinds.ts';

/** An institution's own words for a kind. */
export interface OwnWords {
  readonly kind: NotificationKind;
  readonly texts: NotificationWords;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

const columns = 'kind, texts, version, changed_at as "changedAt"';
const readAll = statement('notification_texts.all', `select ${columns} from notification_text where tenant_id = $1`);
const readOne = statement(
  'notification_texts.one',
  `select ${columns} from notification_text where tenant_id = $1 and kind = $2`,
);

/** What letters and notices say, in the words of the transaction's tenant. */
@Injectable()
export class NotificationTextsReader {
  all(tx: SqlScope): Promise<OwnWords[]> {
    return tx.rows<OwnWords>(readAll, [tx.scope.tenantId]);
  }

  async one(tx: SqlScope, kind: NotificationKind): Promise<OwnWords | undefined> {
    const [row] = await tx.rows<OwnWords>(readOne, [tx.scope.tenantId, kind]);
    return row;
  }

  /** A letter to somebody of the tenant, ready to be posted. */
  async letter<Kind extends LetterKind>(
    tx: SqlScope,
    kind: Kind,
    to: string,
    values: LetterValues<Kind>,
  ): Promise<Letter> {
    const own = (await this.one(tx, kind))?.texts ?? {};
    const say = (language: 'ko' | 'en', part: 'subject' | 'body') =>
      fillPlaceholders(wordsOf(factsOf(kind), own, { language, part }), values);
    return { to, subject: say('ko', 'subject'), text: bilingualLetter(say('ko', 'body'), say('en', 'body')) };
  }
}

@Module({ providers: [NotificationTextsReader], exports: [NotificationTextsReader] })
export class NotificationTextsReaderModule {}
