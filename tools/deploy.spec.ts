import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './root.ts';

/**
 * No container can be built or started where these tests run. So the files are held to a linter, to each other, and to
 * the disk; what is in the image was tried by hand (docs/operations.md says so).
 */
const read = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');
const dockerfile = read('Dockerfile');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  extends?: { file: string; service: string };
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  restart?: string;
}
interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
  secrets?: Record<string, { file: string }>;
}
const composes = ['compose.yaml', 'compose.roles.yaml'].map(
  (name) => [name, parse(read(name), { merge: true }) as Compose] as const,
);

describe('the Dockerfile', () => {
  it('has nothing that a linter objects to', () => {
    const faults = validate(dockerfile).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
    expect(faults).toEqual([]);
  });

  it('is awake: the linter finds a fault that is laid here', () => {
    expect(validate(`${dockerfile}\nCPY . .\n`).length).toBeGreaterThan(0);
  });

  it('pins its base, runs as no root, and tells its health', () => {
    expect(
      [...dockerfile.matchAll(/^FROM (\S+)/gm)].every(([, image]) => /^node:\d+\.\d+\.\d+-/.test(image ?? '')),
    ).toBe(true);
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
  });

  it('runs the Node that the repository is made for', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(dockerfile).toContain(`node:${devDependencies['node']}-`);
  });

  it('copies files that are there, and the workspaces that the server needs', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    );
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const server = JSON.parse(readFileSync(join(root, 'apps/server/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const ours = Object.keys(server.dependencies).filter((name) => name.startsWith('@sunbeon/'));
    const missing = ours.filter((name) => !sources.includes(`${name.replace('@sunbeon', 'libs')}/package.json`));
    expect(missing).toEqual([]);
  });
});

describe.each(composes)('%s', (_name, { services, volumes = {}, secrets = {} }) => {
  const all = Object.entries(services);
  const whole = (service: Service): Service =>
    service.extends ? (composes[0]?.[1].services[service.extends.service] ?? service) : service;

  it('has services that are told apart, built or pinned', () => {
    const loose = all.filter(([, one]) => {
      const { build, image = '' } = whole(one);
      return !build && !/:\d+\.\d+/.test(image);
    });
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  it('asks every service how it is, and starts none before what it needs is well', () => {
    const silent = all.filter(([, one]) => !whole(one).build && !whole(one).healthcheck?.test);
    expect(silent.map(([name]) => name)).toEqual([]);
    const waits = all.flatMap(([, one]) => Object.entries(whole(one).depends_on ?? {}));
    expect(waits.every(([name]) => name in services)).toBe(true);
    for (const [name, { condition }] of waits)
      expect(condition).toBe(name === 'migrate' ? 'service_completed_successfully' : 'service_healthy');
  });

  it('gives secrets as files only, each of which secrets.sh makes', () => {
    const script = read('secrets.sh');
    const used = new Set(all.flatMap(([, one]) => whole(one).secrets ?? []));
    expect([...used].filter((name) => !(name in secrets))).toEqual([]);
    const unmade = Object.keys(secrets).filter((name) => !new RegExp(`\\b${name}\\b`).test(script));
    expect(unmade).toEqual([]);
    const settings = all.flatMap(([, one]) => Object.entries(whole(one).environment ?? {}));
    const open = settings.filter(
      ([name]) => /PASSWORD|TOKEN|SECRET|DATABASE.*URL|REDIS_URL/.test(name) && !name.endsWith('_FILE'),
    );
    expect(open).toEqual([]);
    for (const [name, path] of settings.filter(([name]) => name.endsWith('_FILE')))
      expect([name, path.replace('/run/secrets/', '') in secrets]).toEqual([name, true]);
  });

  it('sets only what the table of settings knows', () => {
    const table = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const own = all
      .filter(([, one]) => whole(one).build)
      .flatMap(([, one]) => Object.keys(whole(one).environment ?? {}));
    expect(own.map((name) => name.replace(/_FILE$/, '')).filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  it('mounts files that are there, and volumes that are named', () => {
    for (const volume of all.flatMap(([, one]) => whole(one).volumes ?? [])) {
      const source = volume.split(':')[0] ?? '';
      const known = source.startsWith('./') ? statSync(join(root, 'deploy', source)).isFile() : source in volumes;
      expect([source, known]).toEqual([source, true]);
    }
  });

  it('runs roles that there are, all of them together', () => {
    const roles = all.flatMap(([, one]) => (whole(one).command ?? []).filter((word) => word.startsWith('--roles=')));
    const asked = roles.length === 0 ? ['--roles=api,realtime,worker'] : roles;
    expect(asked.flatMap((word) => word.slice('--roles='.length).split(',')).sort()).toEqual([
      'api',
      'realtime',
      'worker',
    ]);
  });
});

describe('nginx.conf', () => {
  it('sends sockets where the contract has them to the realtime node', () => {
    const realtime = readFileSync(join(root, 'libs/contract/src/realtime.ts'), 'utf8');
    const path = /realtimePath = '([^']+)'/.exec(realtime)?.[1] ?? 'none';
    expect(read('nginx.conf')).toMatch(new RegExp(`location ${path} \\{\\s+proxy_pass http://realtime;`));
  });
});
