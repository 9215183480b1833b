import { Problem } from '../problem.ts';
import { startPostgres, type DatabaseUrls, type RunningPostgres } from '../postgres/postgres.ts';

const RESTARTS = 5;
const WITHIN = 10 * 60 * 1000;

export interface SupervisedPostgres extends DatabaseUrls {
  /** Rejects with a Problem when the database cannot be kept running. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
  kill(): void;
}

/** Runs the embedded server and starts it again, on the same port, when it dies: at most five times in ten minutes. */
export async function keepPostgres(
  folder: string,
  archive: string | undefined,
  say: (sentence: string) => void,
): Promise<SupervisedPostgres> {
  let current = await startPostgres({ folder, archive, say });
  const urls = await current.prepare('sunbeon');
  let stopping = false;
  let restart: Promise<RunningPostgres> | undefined;

  const watch = async (): Promise<never> => {
    const deaths: number[] = [];
    for (;;) {
      const reason = await current.gone;
      if (stopping) return new Promise<never>(() => {});
      deaths.push(Date.now());
      if (deaths.filter((at) => Date.now() - at < WITHIN).length > RESTARTS) {
        throw new Problem(`The database ended ${RESTARTS + 1} times within ten minutes: see ${folder}/postgres.log.`);
      }
      say(`The database ended (${reason}); starting it again.`);
      restart = startPostgres({ folder, archive, port: current.port });
      current = await restart;
      say('The database is back.');
    }
  };
  const failed = watch();
  failed.catch(() => {}); // awaited by the starter; a failure before that must not end the process
  return {
    ...urls,
    failed,
    async stop() {
      stopping = true;
      await restart?.catch(() => {});
      await current.stop();
    },
    kill() {
      stopping = true;
      current.kill();
    },
  };
}
