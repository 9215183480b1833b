import type { CallMessage, Language } from '@sunbeon/contract';
import { spokenLanguages } from './announcement.ts';
import { wait, type AudioOutput, type Chime } from './audio.ts';
import { clearLine, emptyLine, joinLine, nextTurn, type JoinVerdict, type Turn } from './call-line.ts';
import type { Speaker } from './speaker.ts';

export interface VoiceSettings {
  /** false = calls have their turn on the screen, but nothing sounds and nothing counts as missed. */
  enabled: boolean;
  /** 0-1 */
  volume: number;
  /** Beside Korean, for visitors who drew their ticket in another language. */
  languages: readonly Language[];
  /** Calls that waited so long for their turn are shown only; 3 minutes unless set. */
  patienceMs?: number;
}

export interface VoiceState {
  /** The browser allows no sound before a touch. */
  readonly blocked: boolean;
  /** The call whose turn it is. */
  readonly current: CallMessage | null;
  /** Calls that nobody could hear, newest last, at most 10. */
  readonly missed: readonly CallMessage[];
}

export const callFates = ['said', 'chimed', 'silent', 'shown'] as const;
/**
 * What became of a call. said: to its end, in all its languages; chimed: chime without words (no voice for it here);
 * silent: it had its turn on the screen without sound; shown: among the last calls only (too old, or the line too long).
 */
export type CallFate = (typeof callFates)[number];

/** Told once for each call that is not a duplicate. */
export interface CallReport {
  readonly seq: number;
  readonly number: string;
  readonly counter: string;
  readonly recall: boolean;
  readonly fate: CallFate;
  /** Repetitions heard in full. */
  readonly times: number;
  /** Which voice: 'browser', 'clips', 'none'. */
  readonly voice: string;
  /** Local epoch milliseconds; equal for a call that had no turn. */
  readonly startedMs: number;
  readonly endedMs: number;
}

export interface AnnouncerParts {
  speaker: Speaker;
  chime: Chime;
  output: Pick<AudioOutput, 'allowed' | 'unlock' | 'subscribe'>;
  report?: (report: CallReport) => void;
  pause?: (milliseconds: number) => Promise<void>;
  now?: () => number;
}

export interface Announcer {
  /** @param ageMs real milliseconds since the call was made; 0 unless known */
  add(call: CallMessage, ageMs?: number): JoinVerdict;
  /** From a touch: allows sound and forgets what was missed. */
  unlock(): Promise<void>;
  configure(settings: VoiceSettings): void;
  state(): VoiceState;
  subscribe(listener: () => void): () => void;
  /** Ends for good: nothing more is said. */
  close(): void;
}

const patienceMs = 180_000;

/** Gives each call its turn, one after another, never two at once, in the order of arrival. */
export function createAnnouncer(parts: AnnouncerParts, initial: VoiceSettings): Announcer {
  const { output, pause = wait, now = Date.now } = parts;
  const listeners = new Set<() => void>();
  let settings = initial;
  let line = emptyLine;
  let running = false;
  let closed = false;
  let state: VoiceState = { blocked: initial.enabled && !output.allowed(), current: null, missed: [] };

  const set = (change: Partial<VoiceState>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  const watchOutput = () => {
    const blocked = settings.enabled && !output.allowed();
    if (blocked !== state.blocked) set({ blocked });
  };
  const tell = (call: CallMessage, heard: Heard, startedMs: number) =>
    parts.report?.({
      seq: call.seq,
      number: call.number,
      counter: call.counter,
      recall: call.recall,
      ...heard,
      startedMs,
      endedMs: now(),
    });
  const take = async ({ call, showMs, pauseMs, gapMs }: Turn) => {
    const startedMs = now();
    const audible = settings.enabled && output.allowed();
    set({ current: call, ...(settings.enabled && !audible && { missed: [...state.missed, call].slice(-10) }) });
    const sounding = audible ? sound(call, pauseMs, () => settings, parts, pause) : Promise.resolve(silent);
    const [heard] = await Promise.all([sounding, pause(showMs)]);
    tell(call, heard, startedMs);
    if (line.waiting.length === 0) set({ current: null });
    await pause(gapMs);
  };
  const run = async () => {
    running = true;
    for (;;) {
      const next = nextTurn(line, now(), settings.patienceMs ?? patienceMs);
      line = next.line;
      next.passedOver.forEach((call) => tell(call, shown, now()));
      if (next.turn === null || closed) break;
      await take(next.turn);
    }
    running = false;
    if (state.current !== null) set({ current: null });
  };
  const stopWatching = output.subscribe(watchOutput);
  return {
    add: (call, ageMs = 0) => {
      const joined = joinLine(line, call, { nowMs: now(), ageMs });
      line = joined.line;
      if (joined.verdict === 'too_old' || joined.verdict === 'line_full') tell(call, shown, now());
      if (joined.verdict === 'waits' && !running && !closed) void run();
      return joined.verdict;
    },
    unlock: async () => {
      if (await output.unlock()) set({ blocked: false, missed: [] });
    },
    configure: (next) => {
      settings = next;
      // Asked now, so that voices and clips are loaded before the first call.
      if (next.enabled) parts.speaker.speaks('ko');
      watchOutput();
      if (!next.enabled && state.missed.length > 0) set({ missed: [] });
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      line = clearLine(line);
      stopWatching();
    },
  };
}

type Heard = Pick<CallReport, 'fate' | 'times' | 'voice'>;
const silent: Heard = { fate: 'silent', times: 0, voice: 'none' };
const shown: Heard = { fate: 'shown', times: 0, voice: 'none' };

/** Chime, then each language; the whole as often as the call says. A fault of the sound must not stop the next call. */
async function sound(
  call: CallMessage,
  pauseMs: number,
  settings: () => VoiceSettings,
  { speaker, chime }: AnnouncerParts,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Heard> {
  let times = 0;
  let chimed = false;
  try {
    for (let time = 0; time < call.repeat && settings().enabled; time += 1) {
      if (time > 0) await pause(pauseMs);
      await chime.ring(settings().volume);
      chimed = true;
      if (await sayAll(call, settings(), speaker)) times += 1;
    }
  } catch (error) {
    console.error('a call could not be sounded', error);
  }
  if (times > 0) return { fate: 'said', times, voice: speaker.name };
  return chimed ? { fate: 'chimed', times, voice: 'none' } : silent;
}

/** True when Korean was said to its end; a second language that cannot be said here is passed over. */
async function sayAll(call: CallMessage, { languages, volume }: VoiceSettings, speaker: Speaker): Promise<boolean> {
  let korean = false;
  for (const language of spokenLanguages(call, languages).filter((one) => speaker.speaks(one))) {
    const said = await speaker.say(call, language, volume);
    if (language === 'ko') korean = said;
  }
  return korean;
}
