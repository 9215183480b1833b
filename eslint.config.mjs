import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import sliceBoundaries from './tools/lint/slice-boundaries.mjs';

const TESTS = ['**/*.{spec,e2e,long,journey}.{ts,tsx}', '**/testing/**', 'apps/server/test/**', 'apps/journeys/**'];

/** Direction: apps -> ui -> client -> contract -> domain, each also on all below it. No app imports an app; see docs/architecture.md. */
const LAYERS = [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'], bannedExternalImports: ['*'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract', 'type:domain'] },
  { sourceTag: 'type:client', onlyDependOnLibsWithTags: ['type:client', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'type:client', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:client', 'type:ui', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:client', 'type:contract', 'type:domain'] },
  { sourceTag: 'runs:anywhere', onlyDependOnLibsWithTags: ['runs:anywhere'] },
  { sourceTag: 'runs:browser', onlyDependOnLibsWithTags: ['runs:browser', 'runs:anywhere'] },
  { sourceTag: 'runs:server', onlyDependOnLibsWithTags: ['runs:server', 'runs:anywhere'] },
];
const boundaries = (allow) => [
  'error',
  { depConstraints: LAYERS, allow, enforceBuildableLibDependency: false, checkDynamicDependenciesExceptions: [] },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([]),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['apps/server/**/*.ts'],
    plugins: { sunbeon: { rules: { 'slice-boundaries': sliceBoundaries } } },
    rules: { 'sunbeon/slice-boundaries': 'error' },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.)', message: 'The domain imports nothing, not even Node.' }] },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Tests stand on tools/testing and on the test libraries; nothing else of an app may reach into the tools.
  {
    files: TESTS,
    rules: { '@nx/enforce-module-boundaries': boundaries(['^(\\.\\./)+tools/', '@jest/globals', 'fast-check']) },
  },
  // The workshop reaches into every project by design (openapi, seed, bench), and talks to the terminal.
  { files: ['tools/**'], rules: { '@nx/enforce-module-boundaries': 'off', 'no-console': 'off' } },
);
