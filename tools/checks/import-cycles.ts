import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** File -> the files it imports. Types count: a circle of types is a circle of knowledge all the same. */
export type ImportGraph = Map<string, string[]>;

/** Reads who imports whom: relative imports, and `@sunbeon/<lib>` as libs/<lib>/src/index.ts. */
export function importGraph(root: string, patterns: readonly string[]): ImportGraph {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  const files = globSync([...patterns], { cwd: root, exclude }).map((path) => join(root, path));
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function importsOf(root: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const targets = importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('.')) return resolve(dirname(file), fileName);
    const lib = /^@sunbeon\/([a-z]+)$/.exec(fileName)?.[1];
    return lib && join(root, 'libs', lib, 'src/index.ts');
  });
  return targets.filter((target): target is string => target !== undefined && existsSync(target));
}

/** Every circle once, as the list of its files in order of import; none for a graph without circles. */
export function findCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0) return void cycles.push(path.slice(start));
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}
