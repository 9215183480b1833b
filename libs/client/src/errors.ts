import type { Problem, ProblemCode } from '@sunbeon/contract';

/** The server answered, and its answer is a refusal or a fault: `application/problem+json`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Code of the contract's table; a newer server may send one that this build does not know. */
  readonly code: ProblemCode;
  /** HTTP status, 400-599. */
  readonly status: number;
  /** What the schema found, by path; empty unless the code is `validation`. */
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  /** Names the request in the server's log. */
  readonly traceId: string;
  readonly detail: string | undefined;
  /** With `second_factor_required`: what the code is sent with. */
  readonly challenge: string | undefined;
  /** With `plan_limit`: which limit of the plan, its value, and how much is used. */
  readonly limit: Problem['limit'];
  /** Seconds from the Retry-After header. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.issues = problem.issues ?? [];
    this.traceId = problem.traceId;
    this.detail = problem.detail;
    this.challenge = problem.challenge;
    this.limit = problem.limit;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A fault or a shortage on the server's side: what became of a command is not said. */
  get unsettled(): boolean {
    return this.status >= 500 || this.status === 429;
  }
}

export const offlineReasons = ['network', 'timeout', 'gateway'] as const;
/** network = no connection; timeout = no answer in time; gateway = something between answered in the server's place. */
export type OfflineReason = (typeof offlineReasons)[number];

/** No answer of the server. A command that ended so may have been carried out. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly reason: OfflineReason;

  constructor(reason: OfflineReason, cause?: unknown) {
    super(`no answer of the server (${reason})`, { cause });
    this.reason = reason;
  }
}
