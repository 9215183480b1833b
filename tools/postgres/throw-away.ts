import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from './postgres.ts';

/**
 * Starts a server for tests or measurements in a new folder of the system's temporary folder. `stop()` removes the
 * folder; when this process dies without it, a guard process does.
 * @param options durable: keep fsync and the other safeguards on (for benchmarks); programs: as of `PostgresOptions`
 */
export async function startThrowAway(
  options: { durable?: boolean; programs?: string | undefined } = {},
): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-'));
  chmodSync(folder, 0o755); // the database may run as another user
  const server = await startPostgres({ folder, throwAway: !options.durable, programs: options.programs });
  const remove = () => {
    for (const path of [folder, server.home]) rmSync(path, { recursive: true, force: true });
  };
  const dismiss = guard(server, folder);
  return {
    ...server,
    async stop() {
      await server.stop();
      dismiss();
      remove();
    },
  };
}

/** Waits on a pipe that only this process holds: it closes in every kind of death. */
function guard(server: RunningPostgres, folder: string): () => void {
  const script = 'read -r _; kill -QUIT "$1"; sleep 1; rm -rf "$2" "$3"';
  const child = spawn('/bin/sh', ['-c', script, 'sh', String(server.pid), folder, server.home], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  child.unref();
  (child.stdin as unknown as Socket).unref();
  return () => child.kill('SIGKILL');
}
