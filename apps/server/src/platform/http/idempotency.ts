import { Injectable } from '@nestjs/common';
import { sha256 } from '../auth/tokens.ts';
import { statement, type Transaction } from '../database/database.ts';
import { refuse } from './problem.ts';
import type { IdempotencyInput } from './route.ts';

const find = statement(
  'idempotency.find',
  'select body_hash as "bodyHash", response from idempotency where tenant_id = $1 and actor = $2 and route = $3 and key = $4',
);

/** A request that may be sent again, and what is stored of it together with its success. */
export interface IdempotentRequest {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  readonly body_hash: string;
}

/** Answers of requests sent again under the same key: scope is tenant, actor and route; kept for 24 hours. */
@Injectable()
export class Idempotency {
  describe(actor: string, input: IdempotencyInput | undefined): IdempotentRequest | undefined {
    if (!input) return undefined;
    return { actor, route: input.route, key: input.key, body_hash: sha256(canonical(input.body)) };
  }

  /**
   * The stored answer of this request, or undefined when it is new. Only safe when requests of one actor cannot run at
   * once; the lock of the office sees to that.
   * @throws idempotency_key_reused when the key came with another body
   */
  async stored(tx: Transaction, request: IdempotentRequest): Promise<unknown> {
    const row = await tx.row<{ bodyHash: string; response: unknown }>(find, [
      tx.scope.tenantId,
      request.actor,
      request.route,
      request.key,
    ]);
    if (!row) return undefined;
    return row.bodyHash === request.body_hash ? row.response : refuse('idempotency_key_reused');
  }
}

/** JSON with sorted keys, so that the order in which a client writes them does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
