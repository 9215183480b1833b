import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findCycles, importGraph } from './import-cycles.ts';

describe('import cycles', () => {
  let root: string;
  const cyclesOf = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return findCycles(importGraph(root, ['**/*.ts'])).map((cycle) => cycle.map((file) => relative(root, file)));
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sunbeon-cycles-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('finds none where two files import a third', () => {
    expect(cyclesOf({ 'a.ts': "import './c.ts'; import './b.ts';", 'b.ts': "import './c.ts';", 'c.ts': '' })).toEqual(
      [],
    );
  });

  it('finds a circle of three, and of one', () => {
    const [circle] = cyclesOf({
      'a.ts': "import './b.ts';",
      'b.ts': "export * from './c.ts';",
      'c.ts': "import './a.ts';",
    });
    expect(new Set(circle)).toEqual(new Set(['a.ts', 'b.ts', 'c.ts']));
    expect(cyclesOf({ 'self.ts': "import './self.ts';" })).toContainEqual(['self.ts']);
  });

  it('counts circles of types and of dynamic imports', () => {
    expect(
      cyclesOf({ 'a.ts': "import type { B } from './b.ts';", 'b.ts': "const a = import('./a.ts');" }),
    ).toHaveLength(1);
  });

  it('follows the packages of the repository', () => {
    const files = {
      'libs/ui/src/index.ts': "import '@sunbeon/client';",
      'libs/client/src/index.ts': "import '@sunbeon/ui';",
    };
    expect(cyclesOf(files)).toHaveLength(1);
  });
});
