import { OfflineError } from '@sunbeon/client';
import { problemTexts, useTexts } from '@sunbeon/ui';
import { useCallback } from 'react';
import { problemOf, Refusal } from '../data/refusal.ts';
import { partTexts } from './part-texts.ts';

/** A fault in one sentence: what the server said by its code, or that it cannot be reached. */
export function useExplain(): (error: unknown) => string {
  const problem = useTexts(problemTexts);
  const t = useTexts(partTexts);
  return useCallback(
    (error) => {
      const known = problemOf(error);
      if (known && known.code === 'not_found') return t('gone');
      if (known && known.code in problemTexts) return problem(known.code);
      if (known) return t('refused', { code: known.code });
      const inner = error instanceof Refusal ? error.cause : error;
      return inner instanceof OfflineError ? t('no_answer') : t('broken');
    },
    [problem, t],
  );
}
