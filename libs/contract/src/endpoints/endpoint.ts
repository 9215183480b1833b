import { z } from 'zod';
import { Id, Slug } from '../basics.ts';
import type { Access } from '../permissions.ts';
import { TicketToken } from '../public.ts';

export const NoContent = z.undefined();
export const ById = z.object({ id: Id });
export const ByToken = z.object({ token: TicketToken });
export const ByOffice = z.object({ tenant: Slug, office: Slug });

/** Shape of one row of the table of endpoints. `idempotent`: yes = key taken, required = key needed. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with {names}; every name is a key of `params`. */
  readonly path: string;
  readonly access: readonly Access[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** Type of the answer where it is a file and no JSON; `response` is then NoContent. */
  readonly file?: 'text/csv' | 'application/gzip' | 'application/octet-stream';
  /** The body is a file (application/octet-stream) and no JSON; there is no `body` then. */
  readonly upload?: true;
  /** Most bytes of a request's body where it may be more than usual. */
  readonly mostBytes?: number;
  readonly idempotent?: 'required' | 'optional';
  readonly summary: string;
}
