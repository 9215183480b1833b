import type { CallMessage, Language } from '@sunbeon/contract';
import { commonTexts } from '../common-texts.ts';
import { localText } from '../format.ts';
import { translator } from '../texts.ts';
import { readNumber } from './read-number.ts';

type Spoken = Pick<CallMessage, 'number' | 'counter' | 'wording'>;

/** The sentence of a call as it is shown: the office's own wording, else ours. */
export function callSentence(call: Spoken, language: Language): string {
  if (call.wording[language]) return localText(call.wording, language);
  return translator(commonTexts, language)('call_wording', { number: call.number, counter: call.counter });
}

/** The sentence of a call as it is said; in Korean the labels stand as they are read ("백십칠번", "에이 삼십팔번"). */
export function announcement(call: Spoken, language: Language): string {
  const sentence = callSentence(call, language);
  if (language !== 'ko') return sentence.replace(/\b([A-Z])(?=\d)/g, '$1 ');
  return sentence.replace(/[A-Z]*\d[0-9A-Z]*/g, (label) => readNumber(label));
}
