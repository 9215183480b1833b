import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { statement, type SqlScope } from '../database/database.ts';
import { Sealing } from '../sealing/sealing.ts';
import type { Letter } from './letter.ts';

const insert = statement('mail.insert', 'insert into mail (tenant_id, id, letter) values ($1, $2, $3)');

/** What letters are sealed for. */
export const letterPurpose = 'mail.letter';

/**
 * Posts e-mails: stored with the change that they tell of, so that both happen or neither, and sent by a job (MailCarrier).
 * Letters carry links that open accounts, so they are sealed, and gone once they are sent.
 */
@Injectable()
export class Mail {
  constructor(private readonly sealing: Sealing) {}

  async post(tx: SqlScope, letter: Letter): Promise<void> {
    const sealed = await this.sealing.seal(tx, letterPurpose, JSON.stringify(letter));
    await tx.rows(insert, [tx.scope.tenantId, uuidv7(), sealed]);
  }
}
