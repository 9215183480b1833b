import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { secrets, withSecretFiles } from './secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sunbeon-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const key = Buffer.alloc(32, 1).toString('base64');
const database = { DATABASE_URL: 'postgres://sunbeon_app:x@db/sunbeon', MASTER_KEYS: `a:${key}` };

describe('secrets from files', () => {
  it('are read without the line’s end', () => {
    const DATABASE_URL_FILE = file('url', `${database.DATABASE_URL}\n`);
    expect(readConfig({ DATABASE_URL_FILE, MASTER_KEYS: database.MASTER_KEYS }, []).database.url).toBe(
      database.DATABASE_URL,
    );
  });

  it('are refused when they are not there, empty, or given twice, and their content is never repeated', () => {
    const refusal = (environment: Record<string, string>) => {
      try {
        readConfig(environment, []);
      } catch (error) {
        return error instanceof ConfigError ? error.message : `not a ConfigError: ${String(error)}`;
      }
      return 'accepted';
    };
    expect(refusal({ DATABASE_URL_FILE: join(folder, 'none') })).toContain('cannot be read (ENOENT)');
    expect(refusal({ DATABASE_URL_FILE: file('empty', ' \n') })).toContain('is empty');
    expect(refusal({ ...database, DATABASE_URL_FILE: file('both', 'postgres://secret') })).toBe(
      'DATABASE_URL and DATABASE_URL_FILE are both set: set one of them',
    );
    expect(refusal({ ...database, METRICS_TOKEN_FILE: file('short', 'geheim') })).not.toContain('geheim');
  });

  it('other settings take no file: a path is no value by accident', () => {
    expect(withSecretFiles({ PORT_FILE: file('port', '1') })).not.toHaveProperty('PORT');
  });
});

describe('master keys', () => {
  const keysOf = (MASTER_KEYS: string) => readConfig({ ...database, MASTER_KEYS }, []).masterKeys;

  it('are read in their order', () => {
    expect(keysOf(`new:${key}, old:${key}`).map(({ name }) => name)).toEqual(['new', 'old']);
    expect(keysOf(`a:${key}`)[0]?.key).toEqual(Buffer.alloc(32, 1));
  });

  it.each(['', 'a', `a:${key.slice(4)}`, `:${key}`, `a:${key},`, `a:${key},a:${key}`, `a b:${key}`])(
    'are refused, and not repeated: %j',
    (MASTER_KEYS) => {
      expect(() => keysOf(MASTER_KEYS)).toThrow(ConfigError);
      expect(() => keysOf(MASTER_KEYS)).not.toThrow(key);
    },
  );
});

describe('proxies', () => {
  const proxies = (TRUST_PROXY: string) => readConfig({ ...database, TRUST_PROXY }, []).http.isProxy;

  it('are believed by their networks only; without any, nobody is', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1'].map(proxies('loopback'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['10.1.2.3', '10.9.9.9', '203.0.113.7'].map(proxies('10.1.0.0/16, 203.0.113.7'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(['127.0.0.1', '10.0.0.1', ''].map(proxies(''))).toEqual([false, false, false]);
  });

  it.each(['1', 'yes', '10.0.0.0/33', 'proxy.example'])('are refused: %j', (text) => {
    expect(() => proxies(text)).toThrow(/TRUST_PROXY: must be addresses/);
  });
});

describe('networks of printers', () => {
  const printers = (PRINTER_NETWORKS: string) => readConfig({ ...database, PRINTER_NETWORKS }, []).mayPrintAt;

  it('are those that the operator names; without any, the server sends to no printer', () => {
    const asked = ['192.168.10.21', '192.168.11.21', '10.0.0.7', '127.0.0.1', '169.254.169.254', 'printer', '::1'];
    expect(asked.filter(printers('192.168.10.0/24, 10.0.0.7'))).toEqual(['192.168.10.21', '10.0.0.7']);
    expect(asked.filter(printers(''))).toEqual([]);
  });

  it.each(['printer.example', '192.168.10.0/33', '192.168.10.0/', '192.168.10.0/24/1', 'fd00::/8', '10'])(
    'are refused: %j',
    (text) => {
      expect(() => printers(text)).toThrow(/PRINTER_NETWORKS: must be IPv4 networks/);
    },
  );
});

describe('the table of settings in docs/operations.md', () => {
  const source = readFileSync(new URL('./config.ts', import.meta.url), 'utf8');
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): (?:z\.|flag|MasterKeys|Proxies|PrinterNetworks)/gm)].map(
    ([, name]) => name ?? '',
  );
  const table = readFileSync(new URL('../../../../../docs/operations.md', import.meta.url), 'utf8');

  it('names every one of them', () => {
    expect(known.length).toBeGreaterThan(10);
    expect(known.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  it('says which may come from a file', () => {
    expect(secrets.filter((name) => !new RegExp(`\`${name}\`[^\n]*\\bfile\\b`).test(table))).toEqual([]);
  });
});
