import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The platform operator's account of a demo, as the variables that the server reads. */
export interface OperatorVariables {
  OPERATOR_EMAIL: string;
  OPERATOR_PASSWORD: string;
}

/** Made at the first start with a random password, kept in the data folder for its owner only. */
export function operatorOf(dataFolder: string): OperatorVariables {
  const file = join(dataFolder, 'operator.json');
  if (!existsSync(file)) {
    const account = {
      OPERATOR_EMAIL: 'operator@sunbeon.example',
      OPERATOR_PASSWORD: randomBytes(9).toString('base64url'),
    };
    writeFileSync(file, `${JSON.stringify(account, null, 2)}\n`, { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as OperatorVariables;
}

/** Made at the first start; what the database holds sealed can be read with this file only. */
export function masterKeysOf(dataFolder: string): string {
  const file = join(dataFolder, 'master-keys');
  if (!existsSync(file)) writeFileSync(file, `${newMasterKey()}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** A master key as MASTER_KEYS takes it, named by the day. */
export function newMasterKey(): string {
  return `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64')}`;
}
