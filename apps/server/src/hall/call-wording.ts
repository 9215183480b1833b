import type { LocalText } from '@sunbeon/contract';

/** What is said for a call, in the five languages of the hall. zh, ja and vi have had no native reader (docs/limits). */
export function callWording(number: string, counter: string): LocalText {
  if (counter === '') return wordingWithoutCounter(number);
  return {
    ko: `${number}번 고객님, ${counter}번 창구로 오십시오.`,
    en: `Number ${number}, please go to counter ${counter}.`,
    zh: `请${number}号到${counter}号窗口办理。`,
    ja: `番号${number}番のお客様、${counter}番窓口へお越しください。`,
    vi: `Mời số ${number} đến quầy số ${counter}.`,
  };
}

/** Ticket hardware does not always tell which counter calls. */
function wordingWithoutCounter(number: string): LocalText {
  return {
    ko: `${number}번 고객님, 창구로 오십시오.`,
    en: `Number ${number}, please go to the counter.`,
    zh: `请${number}号到窗口办理。`,
    ja: `番号${number}番のお客様、窓口へお越しください。`,
    vi: `Mời số ${number} đến quầy.`,
  };
}
