import type { Language, PublicStatus } from '@sunbeon/contract';
import { summarySentence } from '../summary.ts';
import { serviceSentence } from '../views/office-slots.ts';

/** More services than this at once are not read out. */
const MOST_SERVICES = 3;

/** What a screen reader is told of a change: the sentence and services whose level changed; empty = nothing of weight. */
export function newsOf(before: PublicStatus, after: PublicStatus, language: Language): string {
  const sentence = summarySentence(after, language);
  const known = new Map(before.services.map(({ id, level }) => [id, level]));
  const changed = after.services.filter(({ id, level }) => known.has(id) && known.get(id) !== level);
  const services = changed.slice(0, MOST_SERVICES).map((service) => `${serviceSentence(service, language)}.`);
  return [sentence === summarySentence(before, language) ? '' : sentence, ...services].filter(Boolean).join(' ');
}
