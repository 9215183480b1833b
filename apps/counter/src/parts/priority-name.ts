import type { Hall } from '@sunbeon/contract';
import { priorityReasons, type PriorityReason } from '@sunbeon/domain';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { texts } from '../texts/texts.ts';

const isKnown = (code: string): code is PriorityReason => (priorityReasons as readonly string[]).includes(code);

/** Codes of priority that staff may give here: the four of the law, and the office's own. */
export function priorityCodes({ policy }: Hall): string[] {
  return [...priorityReasons, ...policy.priorities.map(({ code }) => code)];
}

/** Names of priorities for staff. A code that the office no longer has is its own name. */
export function usePriorityName({ policy }: Hall): (code: string) => string {
  const t = useTexts(texts);
  const language = useLanguage();
  return (code) => {
    if (isKnown(code)) return t(`priority_${code}`);
    const own = policy.priorities.find((priority) => priority.code === code);
    return own ? localText(own.name, language) : code;
  };
}
