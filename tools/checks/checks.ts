import { globSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generated } from '../generated.ts';
import { root } from '../root.ts';
import { command, saidBy } from './command.ts';
import { findCycles, importGraph } from './import-cycles.ts';
import { sleepingRules } from './lint-canary.ts';

/** One check: resolves to what is wrong, '' when nothing is. */
export interface Check {
  name: string;
  run(): Promise<string>;
}

const GROUPS = ['format', 'lint', 'types', 'cycles', 'generated'] as const;
export type Group = (typeof GROUPS)[number];
export const groups: readonly Group[] = GROUPS;

/** The checks of a group, in order: the canary of the lint needs the project graph that the lint leaves behind. */
export function checksOf(group: Group): Check[] {
  return {
    format: () => [program('format', 'prettier', '--check', '--log-level', 'warn', '.')],
    lint: () => [
      program('lint', 'nx', 'run-many', '-t', 'lint', `--parallel=${availableParallelism()}`, '--output-style=static'),
      { name: 'lint canary', run: async () => (await sleepingRules()).join('\n') },
    ],
    types: () => typeChecks(),
    cycles: () => [
      { name: 'import cycles', run: async () => describeCycles(root, ['{apps,libs,tools}/**/*.{ts,tsx}']) },
      { name: 'import cycles canary', run: cycleCanary },
    ],
    generated: () => [
      program('lock file', 'node', 'tools/lock-optional.mjs', '--check'),
      ...generated.map(({ file, command: line }) => ({ name: `drift of ${file}`, run: () => drift(file, line) })),
    ],
  }[group]();
}

function program(name: string, bin: string, ...args: string[]): Check {
  return {
    name,
    async run() {
      const outcome = await command(bin, ...args);
      return outcome.ok ? '' : saidBy(outcome) || `${bin} failed and said nothing`;
    },
  };
}

/** By the native compiler: a fifth of the work. The other one stays for what reads its interface, such as the linter. */
function typeChecks(): Check[] {
  const compiler = ['node_modules/typescript-native/bin/tsc', '--singleThreaded'];
  const projects = globSync('{apps/*,libs/*,tools}/tsconfig.json', { cwd: root }).sort();
  return projects.map((path) =>
    program(`types of ${path.replace('/tsconfig.json', '')}`, 'node', ...compiler, '-p', path),
  );
}

function describeCycles(folder: string, patterns: string[]): string {
  const graph = importGraph(folder, patterns);
  if (graph.size === 0) return 'no file was found to look at';
  const show = (file: string) => file.slice(folder.length + 1);
  return findCycles(graph)
    .map((cycle) => [...cycle, ...cycle.slice(0, 1)].map(show).join(' -> '))
    .join('\n');
}

/** Proves that the check above is awake: it must find the circle laid here. */
async function cycleCanary(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-canary-'));
  writeFileSync(join(folder, 'a.ts'), "import './b.ts';\n");
  writeFileSync(join(folder, 'b.ts'), "import './a.ts';\n");
  const found = describeCycles(folder, ['*.ts']);
  rmSync(folder, { recursive: true });
  return found === '' ? 'a circle of two files was not found' : '';
}

async function drift(file: string, [bin, ...args]: readonly [string, ...string[]]): Promise<string> {
  const outcome = await command(bin, ...args);
  if (!outcome.ok) return saidBy(outcome);
  const same = readFileSync(join(root, file), 'utf8') === outcome.output;
  return same ? '' : `${file} is not what its program writes now: run "npm run generate" and commit it.`;
}
