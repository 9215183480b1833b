/**
 * Files that a program writes and that are committed all the same, each with its program, which prints the file.
 * `npm run check -- generated` compares them; `npm run generate` writes them anew.
 */
export const generated: readonly { file: string; command: readonly [string, ...string[]] }[] = [
  { file: 'apps/server/openapi.json', command: ['node', '--import', './tools/ts.mjs', 'tools/openapi.ts'] },
  { file: 'docs/permissions.md', command: ['node', '--import', './tools/ts.mjs', 'tools/permissions.ts'] },
];
