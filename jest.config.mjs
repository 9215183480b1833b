// Kinds of tests, a project each: spec (pure), e2e (HTTP and sockets on a real PostgreSQL), journeys (a browser), and
// long (minutes; not part of `npm test`). All but spec get a throw-away server, see tools/testing/database.ts; with
// SUNBEON_TEST_POSTGRES=/usr/lib/postgresql/15/bin it is of these programs.
import { tsOptions, tsxOptions } from './tools/swc.mjs';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': ['@swc/jest', tsOptions], '^.+\\.tsx$': ['@swc/jest', tsxOptions] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};
const onDatabase = {
  ...shared,
  globalSetup: '<rootDir>/tools/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/testing/global-teardown.mjs',
};

/** Needs pg_dump and pg_restore, which the npm package lacks: `node tools/test.mjs postgres15` runs it. */
const notOnPackaged = process.env.SUNBEON_TEST_POSTGRES ? [] : ['/test/pg-dump\\.e2e'];

export default {
  maxWorkers: 2,
  testTimeout: 30_000, // of all projects (jest knows none per project): a loaded machine must not fail a test
  coverageProvider: 'v8',
  coverageDirectory: 'dist/coverage',
  projects: [
    { ...shared, displayName: 'spec', testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx}'] },
    {
      ...onDatabase,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.e2e.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...notOnPackaged],
    },
    { ...onDatabase, displayName: 'journeys', testMatch: ['<rootDir>/apps/journeys/**/*.journey.ts'] },
    { ...onDatabase, displayName: 'long', testMatch: ['<rootDir>/{apps,libs,tools}/**/*.long.ts'] },
  ],
};
