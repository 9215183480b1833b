import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root.ts';
import { startNode, type Child } from './child.ts';

/** What the seed leaves in <data folder>/demo.json, and the starter prints. */
export interface DemoFile {
  links: { title: string; url: string }[];
  logins: { who: string; email: string; password: string }[];
}

export function readDemoFile(dataFolder: string): DemoFile | undefined {
  const file = join(dataFolder, 'demo.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoFile) : undefined;
}

const DRIVER = join(root, 'tools/simulate/demo.ts');
const LONGEST_PAUSE = 60_000;
const STOP_WITHIN = 5000;

/** Keeps the simulated visitors and staff going: a driver that dies is started again, after 1, 2, 4 … 60 seconds. */
export function keepDemo(env: NodeJS.ProcessEnv, dataFolder: string): { stop(): Promise<void>; kill(): void } {
  const stopping = new AbortController();
  let driver: Child | undefined;
  const keep = async () => {
    for (let pause = 1000; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const begun = Date.now();
      driver = startNode(DRIVER, [], env, join(dataFolder, 'demo.log'));
      await driver.gone;
      if (Date.now() - begun > LONGEST_PAUSE) pause = 1000;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ended = keep();
  return {
    async stop() {
      stopping.abort();
      await driver?.stop(STOP_WITHIN);
      await ended;
    },
    kill: () => driver?.kill(),
  };
}
