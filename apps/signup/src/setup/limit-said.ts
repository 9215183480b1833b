import { ProblemError } from '@sunbeon/client';
import type { Language } from '@sunbeon/contract';
import { problemTexts, translator } from '@sunbeon/ui';
import { setupTexts } from '../texts/setup-texts.ts';

/** Which limit of the plan was reached, how much it is, and whom to ask. */
export function limitSaid(error: unknown, language: Language): string {
  const t = translator(setupTexts, language);
  const use = error instanceof ProblemError ? error.limit : undefined;
  if (!use || use.value === null || use.limit === 'ticketsPerDay')
    return translator(problemTexts, language)('plan_limit');
  const { limit, value, used } = use;
  const sentence = limit === 'staff' ? t('limit_staff', { value, used }) : t(`limit_${limit}`, { value });
  return `${sentence} ${t('limit_hint')}`;
}
