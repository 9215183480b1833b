import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.ts';

describe('the options of npm start', () => {
  it('are the demo on this machine, port 3000, data in .data, when nothing is said', () => {
    const options = readOptions([], {});
    expect(options).toMatchObject({ demo: true, help: false, port: 3000, host: '127.0.0.1', ownDatabase: undefined });
    expect(options.dataFolder).toMatch(/^\/.*\/\.data$/);
  });

  it('come from the command line and the environment; an empty variable is none', () => {
    const env = { PORT: '8080', HOST: '0.0.0.0', SUNBEON_DATA: '/srv/sunbeon', DATABASE_URL: '' };
    expect(readOptions(['--no-demo'], env)).toMatchObject({
      demo: false,
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/srv/sunbeon',
      ownDatabase: undefined,
    });
  });

  it('take a PostgreSQL of your own only with both of its addresses', () => {
    const both = { DATABASE_URL: 'postgres://app', DATABASE_OWNER_URL: 'postgres://owner' };
    expect(readOptions([], both).ownDatabase).toEqual({ databaseUrl: 'postgres://app', ownerUrl: 'postgres://owner' });
    expect(() => readOptions([], { DATABASE_URL: 'x' })).toThrow('DATABASE_URL is set and DATABASE_OWNER_URL is not');
    expect(() => readOptions([], { DATABASE_OWNER_URL: 'x' })).toThrow(
      'DATABASE_OWNER_URL is set and DATABASE_URL is not',
    );
  });

  it.each(['abc', '0', '65536', '-1', '3000.5', '1e3', ' '])('refuse the port "%s"', (port) => {
    expect(() => readOptions([], { PORT: port })).toThrow(`PORT is "${port}"`);
  });

  it('refuse what they do not know', () => {
    expect(() => readOptions(['--demo'], {})).toThrow('There is no option --demo');
  });
});
