/** The page's one audio output. Browsers keep it silent until somebody touches the page, unless started to allow it. */
export interface AudioOutput {
  /** Nothing can be heard: no touch yet, or no audio at all. */
  allowed(): boolean;
  /** Call from a touch or key; resolves to `allowed()`. */
  unlock(): Promise<boolean>;
  /** null where the browser has no WebAudio. */
  context(): AudioContext | null;
  subscribe(listener: () => void): () => void;
}

/** Made on first use; told again whenever the browser allows or stops sound. */
export function webAudioOutput(): AudioOutput {
  let context: AudioContext | null | undefined;
  const listeners = new Set<() => void>();
  const make = () => {
    if (typeof AudioContext === 'undefined') return null;
    const made = new AudioContext();
    made.addEventListener('statechange', () => listeners.forEach((listener) => listener()));
    return made;
  };
  const ready = () => (context === undefined ? (context = make()) : context);
  const allowed = () => ready()?.state === 'running';
  return {
    allowed,
    context: ready,
    unlock: async () => {
      // A refusal is not an error here; `allowed` tells. Some browsers leave the promise open while they refuse.
      await Promise.race([
        ready()
          ?.resume()
          .catch(() => undefined),
        wait(1_000),
      ]);
      return allowed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Sounds the chime before a call. */
export interface Chime {
  /** Resolves when the chime has ended. @param volume 0-1 */
  ring(volume: number): Promise<void>;
}

/** Two falling tones (E5, C5) with their octave, about a second in all. */
export function webAudioChime(output: AudioOutput): Chime {
  return {
    ring: async (volume) => {
      const audio = output.context();
      if (audio === null || !output.allowed()) return;
      for (const [frequency, after] of [
        [659.26, 0],
        [523.25, 0.38],
      ] as const) {
        tone(audio, frequency, after, 0.42 * volume);
        tone(audio, frequency * 2, after, 0.1 * volume);
      }
      await wait(1_150);
    },
  };
}

function tone(audio: AudioContext, frequency: number, afterSeconds: number, loudness: number): void {
  const start = audio.currentTime + 0.02 + afterSeconds;
  const oscillator = new OscillatorNode(audio, { type: 'sine', frequency });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.75);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.8);
}
