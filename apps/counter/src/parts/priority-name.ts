import { priorityReasons, type PriorityReason } from '@sunbeon/domain';
import type { Translate } from '@sunbeon/ui';
import type { texts } from '../texts/texts.ts';

const isKnown = (code: string): code is PriorityReason => (priorityReasons as readonly string[]).includes(code);

/** Name of a priority's reason for staff; a tenant's own codes have no name in the hall's message. */
export function priorityName(code: string, t: Translate<typeof texts>): string {
  return isKnown(code) ? t(`priority_${code}`) : t('priority_other');
}
