import { HttpException } from '@nestjs/common';
import { problems, type LimitUse, type ProblemCode } from '@sunbeon/contract';

export interface ProblemIssue {
  readonly path: string;
  readonly message: string;
}

/** An expected refusal: a code of the published table. Anything else that is thrown is a bug and becomes a 500. */
export class ProblemException extends HttpException {
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly issues?: readonly ProblemIssue[],
    /** Of a second step, with `second_factor_required`. */
    readonly challenge?: string,
    /** Of plan_limit: which, its value and use. */
    readonly limit?: LimitUse,
  ) {
    super(problems[code][1], problems[code][0]);
  }
}

/** Throws a refusal; as an expression: `row ?? refuse('not_found')`. */
export function refuse(code: ProblemCode, detail?: string): never {
  throw new ProblemException(code, detail);
}

/** A refusal that ends by itself: the answer says when to come again. */
export class TooManyRequests extends ProblemException {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many_requests');
  }
}
