import type { CallMessage, Language } from '@sunbeon/contract';
import { announcement } from './announcement.ts';
import type { Chime, Speaker } from './speaker.ts';

export interface VoiceSettings {
  /** false = nothing sounds and nothing counts as missed. */
  enabled: boolean;
  /** 0-1 */
  volume: number;
  /** Said in this order; one that cannot be said here is passed over. */
  languages: readonly Language[];
}

export interface VoiceState {
  /** The browser allows no sound before a touch. */
  readonly blocked: boolean;
  /** The call being said. */
  readonly playing: CallMessage | null;
  /** Calls of the last minutes that nobody could hear, newest last, at most 10. */
  readonly missed: readonly CallMessage[];
}

export interface Announcer {
  add(call: CallMessage): void;
  /** From a touch: allows sound and forgets what was missed. */
  unlock(): Promise<void>;
  configure(settings: VoiceSettings): void;
  state(): VoiceState;
  subscribe(listener: () => void): () => void;
}

const silence: VoiceState = { blocked: false, playing: null, missed: [] };

/** Says one call after another, never two at once, in the order added; a call that cannot sound is kept as missed. */
export function createAnnouncer(speaker: Speaker, chime: Chime, initial: VoiceSettings): Announcer {
  const line: CallMessage[] = [];
  const listeners = new Set<() => void>();
  let settings = initial;
  let state: VoiceState = { ...silence, blocked: initial.enabled && !chime.allowed() };
  let running = false;
  const set = (change: Partial<VoiceState>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  chime.watch(() => set({ blocked: settings.enabled && !chime.allowed() }));
  const miss = (call: CallMessage) => set({ blocked: true, missed: [...state.missed, call].slice(-10) });
  const run = async () => {
    running = true;
    for (let call = line.shift(); call; call = line.shift()) {
      if (!chime.allowed()) {
        miss(call);
        continue;
      }
      set({ blocked: false, playing: call });
      await sound(call, settings, speaker, chime);
      set({ playing: null });
    }
    running = false;
  };
  return {
    add: (call) => {
      if (!settings.enabled) return;
      line.push(call);
      if (!running) void run();
    },
    unlock: async () => {
      if (await chime.unlock()) set({ blocked: false, missed: [] });
    },
    configure: (next) => {
      settings = next;
      set(next.enabled ? { blocked: !chime.allowed() } : silence);
      if (!next.enabled) line.length = 0;
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Chime, then each language; the whole as often as the call says. A fault of the sound must not stop the next call. */
async function sound(call: CallMessage, settings: VoiceSettings, speaker: Speaker, chime: Chime): Promise<void> {
  try {
    for (let time = 0; time < call.repeat; time += 1) {
      if (!settings.enabled) return;
      await chime.ring(settings.volume);
      for (const language of settings.languages.filter((one) => speaker.speaks(one))) {
        await speaker.say(announcement(call, language), language, settings.volume);
      }
    }
  } catch (error) {
    console.error('a call could not be sounded', error);
  }
}
