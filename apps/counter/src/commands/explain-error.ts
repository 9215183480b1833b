import { OfflineError, ProblemError } from '@sunbeon/client';
import type { Language, ProblemCode } from '@sunbeon/contract';
import { problemTexts, translator } from '@sunbeon/ui';
import { texts } from '../texts/texts.ts';

/** What happened, and what stays true: both are said, always. */
export interface Explained {
  readonly why: string;
  readonly stays: string;
  /** It may have been carried out nevertheless. */
  readonly unclear: boolean;
  /** Names the request in the server's log; for faults only. */
  readonly traceId: string | null;
}

/** An error of a command in words. A refusal changed nothing; after a fault or without an answer the screen decides. */
export function explainError(error: unknown, language: Language): Explained {
  const t = translator(texts, language);
  if (error instanceof ProblemError) {
    const unclear = error.unsettled && error.status !== 429;
    return {
      why: withDetail(sentence(error.code, language) ?? t('error_unknown_code'), error),
      stays: t(unclear ? 'stays_unclear' : 'stays_unchanged'),
      unclear,
      traceId: error.status >= 500 ? error.traceId : null,
    };
  }
  const why = t(error instanceof OfflineError ? 'error_offline' : 'error_screen');
  return { why, stays: t('stays_unclear'), unclear: true, traceId: null };
}

function sentence(code: ProblemCode, language: Language): string | undefined {
  return code in problemTexts ? translator(problemTexts, language)(code) : undefined;
}

/** Stopping with a reason: the office's own words belong to it. */
function withDetail(text: string, { code, detail }: ProblemError): string {
  const own = code === 'issuing_stopped' || code === 'office_closed';
  return own && detail !== undefined ? `${text} (${detail})` : text;
}
