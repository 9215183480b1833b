import type { ProblemCode } from '@sunbeon/contract';
import { problemTexts, translator } from '@sunbeon/ui';
import type { Language } from '@sunbeon/contract';
import { isProblem } from '../asking/explain.ts';

const codes = ['password_common', 'password_personal', 'password_reused'] as const satisfies readonly ProblemCode[];

/** The server's sentence about a new password that it does not take; undefined when something else went wrong. */
export function passwordRefusal(error: unknown, language: Language): string | undefined {
  return isProblem(error, ...codes)
    ? translator(problemTexts, language)(error.code as (typeof codes)[number])
    : undefined;
}
