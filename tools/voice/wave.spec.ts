import { describe, expect, it } from '@jest/globals';
import { loudnessDb, normalise, readWave, soundingPart, toPcm, trimSilence, type Wave } from './wave.ts';

const rate = 22_050;
/** Half a second of silence, a second of a 440 Hz tone, half a second of silence. */
function tone(level: number): Wave {
  const samples = Float32Array.from({ length: rate * 2 }, (_, index) => {
    const seconds = index / rate;
    return seconds >= 0.5 && seconds < 1.5 ? level * Math.sin(2 * Math.PI * 440 * seconds) : 0;
  });
  return { rate, samples };
}

describe('wave', () => {
  it('finds the sounding part and trims to it', () => {
    const part = soundingPart(tone(0.5));
    expect(part?.from).toBeCloseTo(0.5, 1);
    expect(part?.to).toBeCloseTo(1.5, 1);
    expect(trimSilence(tone(0.5)).samples.length / rate).toBeCloseTo(1.04, 1);
  });
  it('brings soft and loud sounds to one loudness without clipping', () => {
    for (const level of [0.02, 0.3, 0.9]) {
      const wave = normalise(trimSilence(tone(level)), -18);
      expect(loudnessDb(wave)).toBeCloseTo(-18, 0);
      expect(Math.max(...wave.samples)).toBeLessThan(1);
    }
  });
  it('refuses silence and files that are no mono PCM', () => {
    expect(() => trimSilence({ rate, samples: new Float32Array(rate) })).toThrow('only silence');
    expect(() => readWave(Buffer.alloc(100))).toThrow('expected a WAV file');
  });
  it('reads what it writes', () => {
    const pcm = toPcm(tone(0.5));
    const head = Buffer.alloc(44);
    head.write('RIFF', 0).toString();
    head.writeUInt16LE(1, 22);
    head.writeUInt32LE(rate, 24);
    head.writeUInt16LE(16, 34);
    head.write('data', 36);
    const wave = readWave(Buffer.concat([head, pcm]));
    expect(wave.rate).toBe(rate);
    expect(wave.samples.length).toBe(rate * 2);
    expect(wave.samples[Math.round(0.75 * rate)]).toBeCloseTo(tone(0.5).samples[Math.round(0.75 * rate)] ?? 9, 3);
  });
});
