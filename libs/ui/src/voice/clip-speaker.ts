import { wait, type AudioOutput } from './audio.ts';
import { clipPlan } from './clip-plan.ts';
import type { Speaker } from './speaker.ts';

/** Written by `tools/voice` beside the sprite: small audio files one behind another, each decoded by itself. */
export interface ClipIndex {
  readonly sprite: string;
  /** Name -> [first byte, bytes, milliseconds of silence to leave out in front, milliseconds of sound]. */
  readonly clips: Readonly<Record<string, readonly [offset: number, bytes: number, skipMs: number, lengthMs: number]>>;
}

interface Bank {
  readonly index: ClipIndex;
  readonly sprite: ArrayBuffer;
}

/** Silence between two clips of a sentence, in seconds. */
const betweenSeconds = 0.06;
const afterGuestSeconds = 0.28;
const retryMs = 60_000;

/**
 * Korean calls from clips shipped with the product, for browsers without a Korean voice of their own. The clips are
 * fetched once, in the background, when they are first asked for; until they are there `speaks` says no.
 * @param baseUrl folder of index.json, with a slash at its end
 */
export function clipSpeaker(output: AudioOutput, baseUrl: string, fetcher: typeof fetch = fetch): Speaker {
  let bank: Bank | null = null;
  let askedMs = -retryMs;
  const load = () => {
    if (performance.now() - askedMs < retryMs) return;
    askedMs = performance.now();
    loadBank(baseUrl, fetcher).then(
      (loaded) => (bank = loaded),
      (error: unknown) => console.warn('the clips of the calls could not be loaded', error),
    );
  };
  return {
    name: 'clips',
    speaks: (language) => {
      if (language !== 'ko') return false;
      if (bank === null) load();
      return bank !== null;
    },
    say: async (call, language, volume) => {
      const audio = output.context();
      const names = clipPlan(call);
      if (bank === null || audio === null || names === null || language !== 'ko' || !output.allowed()) return false;
      try {
        return await play(audio, bank, names, volume);
      } catch (error) {
        console.warn('a clip could not be played', error);
        return false;
      }
    },
  };
}

async function loadBank(baseUrl: string, fetcher: typeof fetch): Promise<Bank> {
  const answer = await fetcher(`${baseUrl}index.json`);
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const index = (await answer.json()) as ClipIndex;
  const sprite = await fetcher(baseUrl + index.sprite);
  if (!sprite.ok) throw new Error(`${index.sprite}: ${sprite.status}`);
  return { index, sprite: await sprite.arrayBuffer() };
}

/** Decodes the few clips of a sentence, then starts them all on the audio clock: no gaps, no overlaps. */
async function play(audio: AudioContext, bank: Bank, names: readonly string[], volume: number): Promise<boolean> {
  const entries = names.map((name) => bank.index.clips[name]);
  if (entries.some((entry) => entry === undefined)) return false;
  const clips = entries.filter((entry) => entry !== undefined);
  const buffers = await Promise.all(
    clips.map(([offset, bytes]) => audio.decodeAudioData(bank.sprite.slice(offset, offset + bytes))),
  );
  const gain = new GainNode(audio, { gain: volume });
  gain.connect(audio.destination);
  let at = audio.currentTime + 0.05;
  const startedAt = at;
  buffers.forEach((buffer, index) => {
    const [, , skipMs, lengthMs] = clips[index] ?? [0, 0, 0, 0];
    const source = new AudioBufferSourceNode(audio, { buffer });
    source.connect(gain);
    source.start(at, skipMs / 1_000, lengthMs / 1_000);
    at += lengthMs / 1_000 + (names[index] === 'guest' ? afterGuestSeconds : betweenSeconds);
  });
  await wait((at - startedAt) * 1_000 + 100);
  gain.disconnect();
  return true;
}
