import { readFileSync } from 'node:fs';

/** Settings that are secrets, or hold one: each may be given as NAME_FILE, the path of a file that holds it. */
export const secrets = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'OPERATOR_PASSWORD',
  'METRICS_TOKEN',
  'SMTP_URL',
  'MASTER_KEYS',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the contents of all NAME_FILE under their NAME, without the line's end that editors add: for
 * secrets of Docker, Kubernetes and systemd, which come as files.
 * @throws Error in one sentence when a file cannot be read or is empty, or a setting is given in both ways
 */
export function withSecretFiles(environment: Environment): Record<string, string | undefined> {
  const result: Record<string, string | undefined> = { ...environment };
  for (const name of secrets) {
    const path = environment[`${name}_FILE`];
    if (!path) continue;
    if (environment[name]) throw new Error(`${name} and ${name}_FILE are both set: set one of them`);
    result[name] = contentOf(`${name}_FILE`, path);
  }
  return result;
}

function contentOf(name: string, path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Error(`${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
  if (text === '') throw new Error(`${name}: ${path} is empty`);
  return text;
}
