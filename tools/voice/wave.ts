/** Mono sound: samples between -1 and 1. */
export interface Wave {
  readonly rate: number;
  readonly samples: Float32Array;
}

/** Reads a RIFF file of 16-bit mono PCM. @throws Error for anything else */
export function readWave(file: Buffer): Wave {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.readUInt16LE(22) !== 1 || file.readUInt16LE(34) !== 16) {
    throw new Error('expected a WAV file of 16-bit mono PCM');
  }
  const start = file.indexOf('data', 36, 'latin1') + 8;
  const count = Math.floor((file.length - start) / 2);
  const samples = Float32Array.from({ length: count }, (_, index) => file.readInt16LE(start + index * 2) / 32_768);
  return { rate: file.readUInt32LE(24), samples };
}

/** Raw 16-bit little-endian samples. */
export function toPcm({ samples }: Wave): Buffer {
  const pcm = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) =>
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2),
  );
  return pcm;
}

/** First and last moment (seconds) louder than a limit, in windows of 5 ms; null when all is silent. */
export function soundingPart({ rate, samples }: Wave, limitDb = -45): { from: number; to: number } | null {
  const window = Math.round(rate * 0.005);
  const limit = 10 ** (limitDb / 20);
  let first = -1;
  let last = -1;
  for (let start = 0; start < samples.length; start += window) {
    if (rms(samples.subarray(start, start + window)) < limit) continue;
    if (first < 0) first = start;
    last = Math.min(start + window, samples.length);
  }
  return first < 0 ? null : { from: first / rate, to: last / rate };
}

/** Leaves out silence at both ends, with 10 ms kept in front and 30 ms behind. */
export function trimSilence(wave: Wave): Wave {
  const part = soundingPart(wave);
  if (part === null) throw new Error('only silence');
  const from = Math.max(0, Math.round((part.from - 0.01) * wave.rate));
  const to = Math.min(wave.samples.length, Math.round((part.to + 0.03) * wave.rate));
  return { ...wave, samples: wave.samples.slice(from, to) };
}

/** Root mean square of the samples, in decibels below full scale. */
export function loudnessDb(wave: Wave): number {
  return 20 * Math.log10(Math.max(rms(wave.samples), 1e-9));
}

/** Brings the sounding part to a loudness; peaks are bent softly below full scale (tanh above 0.7). */
export function normalise(wave: Wave, targetDb: number): Wave {
  const gain = 10 ** ((targetDb - loudnessDb(wave)) / 20);
  return { ...wave, samples: wave.samples.map((sample) => limit(sample * gain)) };
}

function limit(sample: number): number {
  const size = Math.abs(sample);
  return size <= 0.7 ? sample : Math.sign(sample) * (0.7 + 0.28 * Math.tanh((size - 0.7) / 0.28));
}

function rms(samples: Float32Array): number {
  return samples.length === 0
    ? 0
    : Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
