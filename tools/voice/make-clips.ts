/**
 * Makes the clips of the calls: `node --import ./tools/ts.mjs tools/voice/make-clips.ts [--recordings DIR]`.
 * Needs the programs espeak-ng (GPL, a tool of the build only; its output is not under its licence) and ffmpeg with
 * libmp3lame. With --recordings, `DIR/<name>.wav` takes the place of a synthesised clip wherever it exists: this is how a
 * district brings its own voice. Writes apps/display/voice/{index.json,ko-<hash>.bin}; the page is fetched anew with them.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { root } from '../root.ts';
import { pronounce } from './pronounce.ts';
import { script } from './script.ts';
import { loudnessDb, normalise, readWave, soundingPart, toPcm, trimSilence, type Wave } from './wave.ts';

const run = promisify(execFile);
const target = join(root, 'apps/display/voice');
const bitRate = '24k';
const sampleRate = 22_050;
/** Speech in a hall: as loud as peaks allow without audible bending. */
const targetDb = -19;
const workers = 2;

interface Clip {
  name: string;
  mp3: Buffer;
  skipMs: number;
  lengthMs: number;
  loudnessDb: number;
}

const { values } = parseArgs({ options: { recordings: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'sunbeon-voice-'));
try {
  const clips = await makeAll([...script()]);
  write(clips);
  report(clips);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function makeAll(lines: readonly (readonly [string, string])[]): Promise<Clip[]> {
  const clips: Clip[] = [];
  let next = 0;
  const work = async (worker: number) => {
    for (let index = next++; index < lines.length; index = next++) {
      const [name, words] = lines[index] ?? ['', ''];
      clips[index] = await makeClip(name, words, join(folder, String(worker)));
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return clips;
}

async function makeClip(name: string, words: string, path: string): Promise<Clip> {
  const wave = normalise(trimSilence(await speech(name, words, path)), targetDb);
  writeFileSync(`${path}.pcm`, toPcm(wave));
  const pcm = ['-f', 's16le', '-ar', String(wave.rate), '-ac', '1', '-i', `${path}.pcm`];
  const mp3 = [
    '-c:a',
    'libmp3lame',
    '-b:a',
    bitRate,
    '-write_xing',
    '0',
    '-id3v2_version',
    '0',
    '-ar',
    String(sampleRate),
  ];
  await run('ffmpeg', ['-v', 'error', '-y', ...pcm, ...mp3, `${path}.mp3`]);
  const encoded = readFileSync(`${path}.mp3`);
  const heard = soundingPart(await decode(`${path}.mp3`, path));
  if (heard === null) throw new Error(`${name}: nothing can be heard in the clip`);
  const skipMs = Math.max(0, Math.round(heard.from * 1_000) - 10);
  const lengthMs = Math.round(heard.to * 1_000) + 30 - skipMs;
  return { name, mp3: encoded, skipMs, lengthMs, loudnessDb: loudnessDb(wave) };
}

async function speech(name: string, words: string, path: string): Promise<Wave> {
  const own = values.recordings === undefined ? undefined : join(values.recordings, `${name}.wav`);
  if (own !== undefined && existsSync(own)) {
    await run('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      own,
      '-ac',
      '1',
      '-ar',
      String(sampleRate),
      '-c:a',
      'pcm_s16le',
      `${path}.wav`,
    ]);
  } else {
    await run('espeak-ng', ['-v', 'ko', '-s', '168', '-p', '42', '-a', '120', '-w', `${path}.wav`, pronounce(words)]);
  }
  return readWave(readFileSync(`${path}.wav`));
}

/** As a browser decodes it, with the encoder's own silence in front: where the sound really begins and ends. */
async function decode(file: string, path: string): Promise<Wave> {
  await run('ffmpeg', ['-v', 'error', '-y', '-i', file, '-c:a', 'pcm_s16le', `${path}.wav`]);
  return readWave(readFileSync(`${path}.wav`));
}

function write(clips: readonly Clip[]): void {
  const bytes = Buffer.concat(clips.map(({ mp3 }) => mp3));
  const sprite = `ko-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.bin`;
  let offset = 0;
  const entries = clips.map(({ name, mp3, skipMs, lengthMs }) => {
    const entry = [name, [offset, mp3.length, skipMs, lengthMs]] as const;
    offset += mp3.length;
    return entry;
  });
  mkdirSync(target, { recursive: true });
  readdirSync(target)
    .filter((file) => file.endsWith('.bin'))
    .forEach((file) => rmSync(join(target, file)));
  writeFileSync(join(target, sprite), bytes);
  writeFileSync(join(target, 'index.json'), `${JSON.stringify({ sprite, clips: Object.fromEntries(entries) })}\n`);
}

function report(clips: readonly Clip[]): void {
  const sum = (pick: (clip: Clip) => number) => clips.reduce((total, clip) => total + pick(clip), 0);
  const lengths = clips.map(({ lengthMs }) => lengthMs).sort((a, b) => a - b);
  const loudness = clips.map((clip) => clip.loudnessDb).sort((a, b) => a - b);
  const size = (sum(({ mp3 }) => mp3.length) / 1e6).toFixed(2);
  console.log(`${clips.length} clips, ${size} MB, ${Math.round(sum(({ lengthMs }) => lengthMs) / 1_000)} s of speech`);
  console.log(`length ${lengths[0]}-${lengths.at(-1)} ms, median ${lengths[Math.floor(lengths.length / 2)]} ms`);
  console.log(`loudness ${loudness[0]?.toFixed(1)} to ${loudness.at(-1)?.toFixed(1)} dB below full scale (RMS)`);
}
