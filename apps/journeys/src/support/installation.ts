import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@sunbeon/client';
import { freePort } from '../../../../tools/postgres/postmaster.ts';
import { startServer } from '../../../../tools/start/server.ts';
import { testDatabase } from '../../../../tools/testing/database.ts';
import { logIn } from '../../../../tools/testing/log-in.ts';
import { startSmtp } from '../../../../tools/testing/smtp.ts';

/** An empty installation of its own that sends its letters to a real SMTP server. */
export interface Installation {
  readonly url: string;
  /** The newest link to a page in the letters to somebody, as it stands there: `/signup/confirm#…`. */
  linkIn(to: string, page: string): Promise<string>;
  /** The platform's operator, logged in. */
  operator(): Promise<Client>;
  stop(): Promise<void>;
}

/** The platform's operator, made as the server starts. */
export const operator = { email: 'operator@journey.example', password: 'journey-operator-1' };

export async function startInstallation(environment: Record<string, string> = {}): Promise<Installation> {
  const [database, smtp, port] = await Promise.all([testDatabase(), startSmtp(), freePort()]);
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-journey-'));
  const server = await startServer({
    databaseUrl: database.databaseUrl,
    port,
    logFile: join(folder, 'server.log'),
    env: {
      OPERATOR_EMAIL: operator.email,
      OPERATOR_PASSWORD: operator.password,
      SUNBEON_DATA: folder,
      SMTP_URL: smtp.url,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  const { url } = server;
  return {
    url,
    async linkIn(to, page) {
      for (let tries = 0; tries < 200; tries += 1) {
        const letters = await smtp.received(to);
        const found = letters.flatMap(({ text }) => text.match(new RegExp(`${page}#[\\w-]+`, 'g')) ?? []).at(-1);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no letter to ${to} with a link to ${page}`);
    },
    async operator() {
      const { accessToken } = await logIn(url, operator.email, operator.password);
      return createClient({ baseUrl: url, authorization: () => `Bearer ${accessToken}` });
    },
    async stop() {
      await server.stop();
      await Promise.all([smtp.stop(), database.drop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
