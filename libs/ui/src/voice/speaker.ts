import type { Language } from '@sunbeon/contract';
import { locales } from '../format.ts';
import { announcement, type SpokenCall } from './announcement.ts';

/** Says calls aloud: the browser's own voice, or clips shipped with the product. */
export interface Speaker {
  /** Named in reports: 'browser', 'clips'. */
  readonly name: string;
  /** Can this language be said here, now, without a network? */
  speaks(language: Language): boolean;
  /** Resolves true when said to its end, false when it could not be; never rejects, never hangs. @param volume 0-1 */
  say(call: SpokenCall, language: Language, volume: number): Promise<boolean>;
}

/** No sentence of a call takes longer; some browsers forget to tell the end. */
const longestMs = 20_000;

/** The browser's own voices, local ones only: a hall's announcement needs no network. */
export function browserSpeaker(synth: SpeechSynthesis | undefined = globalThis.speechSynthesis): Speaker {
  const voiceFor = (language: Language) =>
    synth
      ?.getVoices()
      .find((voice) => voice.localService && voice.lang.replace('_', '-').startsWith(locales[language].slice(0, 2)));
  return {
    name: 'browser',
    speaks: (language) => voiceFor(language) !== undefined,
    say: (call, language, volume) => {
      const voice = voiceFor(language);
      return synth && voice ? sayWith(synth, voice, announcement(call, language), volume) : Promise.resolve(false);
    },
  };
}

function sayWith(synth: SpeechSynthesis, voice: SpeechSynthesisVoice, text: string, volume: number): Promise<boolean> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, volume, rate: 0.95 });
    const timer = setTimeout(() => {
      synth.cancel();
      resolve(false);
    }, longestMs);
    const end = (said: boolean) => () => {
      clearTimeout(timer);
      resolve(said);
    };
    utterance.onend = end(true);
    utterance.onerror = end(false);
    synth.speak(utterance);
  });
}

/** The first speaker that can say a language says it; the next one where it failed. */
export function firstSpeaker(speakers: readonly Speaker[]): Speaker {
  const able = (language: Language) => speakers.filter((speaker) => speaker.speaks(language));
  return {
    get name() {
      return able('ko')[0]?.name ?? 'none';
    },
    speaks: (language) => able(language).length > 0,
    say: async (call, language, volume) => {
      for (const speaker of able(language)) {
        if (await speaker.say(call, language, volume)) return true;
      }
      return false;
    },
  };
}
