import type { Language } from '@sunbeon/contract';
import { locales } from '../format.ts';

/** Says one sentence. Recorded clips will be another speaker behind the same port. */
export interface Speaker {
  /** Can this language be said here without a network? */
  speaks(language: Language): boolean;
  /** Resolves when the sentence has ended or could not be said; never rejects, never hangs. */
  say(sentence: string, language: Language, volume: number): Promise<void>;
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
    speaks: (language) => voiceFor(language) !== undefined,
    say: (sentence, language, volume) => {
      const voice = voiceFor(language);
      return synth && voice ? sayWith(synth, voice, sentence, volume) : Promise.resolve();
    },
  };
}

function sayWith(synth: SpeechSynthesis, voice: SpeechSynthesisVoice, sentence: string, volume: number): Promise<void> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    Object.assign(utterance, { voice, lang: voice.lang, volume, rate: 0.95 });
    const timer = setTimeout(() => {
      synth.cancel();
      resolve();
    }, longestMs);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    utterance.onend = end;
    utterance.onerror = end;
    synth.speak(utterance);
  });
}

/** Sounds the chime before a call. */
export interface Chime {
  /** false while the browser blocks sound until somebody touches the page. */
  allowed(): boolean;
  /** Call from a touch or key; resolves to `allowed()`. */
  unlock(): Promise<boolean>;
  /** Told when `allowed()` changes; a browser that allows sound says so a moment after the start. */
  watch(listener: () => void): void;
  /** Resolves when the chime has ended. */
  ring(volume: number): Promise<void>;
}

/** Two falling tones (E5, C5) made by WebAudio, about a second in all. */
export function webAudioChime(): Chime {
  let context: AudioContext | undefined;
  const ready = () => (context ??= new AudioContext());
  return {
    allowed: () => ready().state === 'running',
    unlock: async () => {
      await ready().resume();
      return ready().state === 'running';
    },
    watch: (listener) => ready().addEventListener('statechange', listener),
    ring: async (volume) => {
      const audio = ready();
      tone(audio, 659.26, 0, volume);
      tone(audio, 523.25, 0.35, volume);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    },
  };
}

function tone(audio: AudioContext, frequency: number, afterSeconds: number, volume: number): void {
  const start = audio.currentTime + afterSeconds;
  const oscillator = new OscillatorNode(audio, { type: 'sine', frequency });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.5 * volume, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.7);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.75);
}
