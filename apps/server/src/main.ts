import 'reflect-metadata';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config/config.ts';

/** Starts the server in the roles asked for. Exit code 2: the settings are wrong; 1: it could not start. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const app = await createApp(config);
  await app.listen(config.http.port, config.http.host);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`sunbeon: ${(error as Error).message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
