import type { CallMessage, Language } from '@sunbeon/contract';
import { commonTexts } from '../common-texts.ts';
import { localText } from '../format.ts';
import { translator } from '../texts.ts';
import { readNumber } from './read-number.ts';

export type SpokenCall = Pick<CallMessage, 'number' | 'counter' | 'wording'>;

/** The sentence of a call as it is shown: the office's own wording, else ours. */
export function callSentence(call: SpokenCall, language: Language): string {
  if (call.wording[language]) return localText(call.wording, language);
  return translator(commonTexts, language)('call_wording', { number: call.number, counter: call.counter });
}

/** The sentence of a call as it is said; in Korean the labels stand as they are read ("백십칠번", "에이 삼십팔번"). */
export function announcement(call: SpokenCall, language: Language): string {
  const sentence = callSentence(call, language);
  if (language !== 'ko') return sentence.replace(/\b([A-Z])(?=\d)/g, '$1 ');
  return sentence.replace(/[A-Z]*\d[0-9A-Z]*/g, (label) => readNumber(label));
}

/**
 * The languages a call is said in: Korean always; then the visitor's own where the office has it announced, else
 * English where the office has that. A ticket drawn in Korean, or without a language, is said in Korean only.
 * @param offered languages of the screen's settings
 */
export function spokenLanguages(call: Pick<CallMessage, 'language'>, offered: readonly Language[]): Language[] {
  const own = call.language;
  if (own === undefined || own === 'ko') return ['ko'];
  const second = [own, 'en' as const].find((language) => offered.includes(language));
  return second === undefined ? ['ko'] : ['ko', second];
}
