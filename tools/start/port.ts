import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';

const REASONS: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use by another program: stop it, or choose another port with PORT=${port + 1} npm start.`,
  EACCES: (port) => `This user may not use port ${port}: choose one above 1023, as in PORT=3000 npm start.`,
  EADDRNOTAVAIL: (_port, host) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: (_port, host) => `HOST is ${host}, which is no address of this machine.`,
};

/**
 * Makes sure that the port can be listened on, before any work is done for nothing.
 * @param patience how long it may still be held, ms: by the server of a start that was just killed
 * @throws Problem when it cannot be had
 */
export async function checkPort(port: number, host: string, patience: number): Promise<void> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const code = await tryPort(port, host);
    if (code === undefined) return;
    if (code !== 'EADDRINUSE' || Date.now() >= giveUp) {
      throw new Problem(REASONS[code]?.(port, host) ?? `Port ${port} on ${host} cannot be used (${code}).`);
    }
    await sleep(200);
  }
}

async function tryPort(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
    await new Promise((done) => server.close(done));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
