import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { dirname } from 'node:path';

/** One figure, with what it was held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words: ">= 0.30". Undefined where there is no aim. */
  readonly aim?: string;
  readonly met?: boolean;
  /** What went into it, for the JSON. */
  readonly detail?: Record<string, unknown>;
}

export const atLeast = (value: number, limit: number) => ({ aim: `>= ${limit}`, met: value >= limit });
export const below = (value: number, limit: number) => ({ aim: `< ${limit}`, met: value < limit });
export const atMost = (value: number, limit: number) => ({ aim: `<= ${limit}`, met: value <= limit });

/** Machine and versions: a figure without them says nothing. */
export function environment(versions: Record<string, string>) {
  const [cpu] = cpus();
  return {
    at: new Date().toISOString(),
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    ...versions,
  };
}

export function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, aim, met } of figures) {
    const shown = `${round(value)} ${unit}`.padEnd(22);
    console.log(`  ${name.padEnd(width)}  ${shown}${aim ? `${aim.padEnd(10)} ${met ? 'met' : 'NOT MET'}` : ''}`);
  }
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3));

export function save(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
