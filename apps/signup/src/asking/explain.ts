import { OfflineError, ProblemError } from '@sunbeon/client';
import type { Language, ProblemCode } from '@sunbeon/contract';
import { problemTexts, translator } from '@sunbeon/ui';
import { workTexts } from '../texts/work-texts.ts';

/** Sentences of a page in place of the general ones: the same code asks for different things in different places. */
export type Said = Partial<Record<ProblemCode, string>>;

export interface Explained {
  readonly sentence: string;
  /** Names the request in the server's log; for faults of the server only. */
  readonly traceId: string | null;
}

/** An error in words: what happened and what to do. Nothing that was typed is lost, so that is not said. */
export function explain(error: unknown, language: Language, said: Said = {}): Explained {
  const t = translator(workTexts, language);
  if (error instanceof OfflineError) return { sentence: t('offline'), traceId: null };
  if (!(error instanceof ProblemError)) return { sentence: t('page_fault'), traceId: null };
  if (error.status >= 500) return { sentence: t('server_fault'), traceId: error.traceId };
  return { sentence: said[error.code] ?? general(error.code, language) ?? t('refused'), traceId: null };
}

function general(code: ProblemCode, language: Language): string | undefined {
  return code in problemTexts ? translator(problemTexts, language)(code) : undefined;
}

/** True for a refusal with one of these codes. */
export function isProblem(error: unknown, ...codes: readonly ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && codes.includes(error.code);
}
