import { describe, expect, it } from '@jest/globals';
import {
  deviceKinds,
  endpoints,
  permissions,
  problems,
  rolePermissions,
  roles,
  type Endpoint,
} from '@sunbeon/contract';
import { refusals } from '@sunbeon/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
);
const texts = new Map(files.map((name) => [name, readFileSync(join(source, name), 'utf8')]));
const table = Object.entries(endpoints) as [string, Endpoint][];

describe('the table of problems', () => {
  it('has every refusal of the domain', () => {
    expect(refusals.filter((code) => !(code in problems))).toEqual([]);
  });

  it('has client errors for refusals, and five hundreds for our own faults only', () => {
    const faults = Object.entries(problems).filter(
      ([, [status]]) => status < 400 || status > 599 || status === 500 || status > 503,
    );
    expect(faults.map(([code]) => code)).toEqual(['internal']);
  });

  it('has no code that nothing ever answers', () => {
    const all = [...texts.values()].join('\n');
    const domain = new Set<string>(refusals);
    const unused = Object.keys(problems).filter((code) => !domain.has(code) && !all.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });
});

describe('the table of endpoints', () => {
  it('says of each who may call it, in words that exist', () => {
    const known = new Set<string>([
      'public',
      'session',
      'enrolment',
      'any_session',
      'device',
      ...permissions,
      ...deviceKinds.map((kind) => `device:${kind}`),
    ]);
    for (const [name, { access }] of table) {
      expect([name, access.length > 0, access.filter((one) => !known.has(one))]).toEqual([name, true, []]);
    }
  });

  it('names the parameters of its paths, and no method and path twice', () => {
    for (const [name, { path, params }] of table) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key);
      expect([name, inPath]).toEqual([name, Object.keys(params?.shape ?? {})]);
    }
    expect(new Set(table.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(table.length);
  });

  it('has a schema for every body that is sent, but for files', () => {
    const sends = ({ method }: Endpoint) => method === 'POST' || method === 'PUT';
    const loose = table.filter(([, one]) => sends(one) && !one.body && !one.upload);
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  it('gives every permission to somebody', () => {
    const given = new Set(roles.flatMap((role) => rolePermissions[role]));
    expect(permissions.filter((permission) => !given.has(permission))).toEqual([]);
  });

  it('is bound to one handler per endpoint, or to a bare route', () => {
    const bound = [...texts.values()].flatMap((text) =>
      [...text.matchAll(/@Route\('(\w+)'\)/g)].map(([, name]) => name ?? ''),
    );
    expect(bound.filter((name, index) => bound.indexOf(name) !== index)).toEqual([]);
    expect(table.map(([name]) => name).filter((name) => !bound.includes(name))).toEqual(['publicStatus']);
  });
});

describe('the server’s source', () => {
  it('asks the system clock for a tenant’s time in one place', () => {
    // Date.now() measures ages of caches and real deadlines; the hall itself must not know it.
    const hall = files.filter(
      (name) => /^(?:tickets|counters|relay)\//.test(name) && /Date\.now\(\)|new Date\(\)/.test(texts.get(name) ?? ''),
    );
    expect(hall).toEqual([]);
  });

  it('writes SQL with parameters only: statements are put together from constants of the program', () => {
    const woven = files.flatMap((name) => {
      const text = texts.get(name) ?? '';
      const statements = [...text.matchAll(/statement\(\s*'[^']+',\s*`([^`]*)`/g)].map(([, sql]) => sql ?? '');
      const parts = statements.flatMap((sql) => [...sql.matchAll(/\$\{([^}]*)\}/g)].map(([, part]) => part ?? ''));
      const constant = (part: string) =>
        /^\w+$/.test(part) && new RegExp(`^(?:export )?const ${part}\\b|^import .*\\b${part}\\b`, 'm').test(text);
      return parts.filter((part) => !constant(part)).map((part) => `${name}: ${part}`);
    });
    expect(woven).toEqual([]);
  });
});
