import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../root.ts';

/** Code that must not pass: where it would stand, what it says, and the rule that has to object. */
const FORBIDDEN: { at: string; code: string; rule: string }[] = [
  { at: 'apps/kiosk/src/canary.ts', code: "import '../../server/src/main.ts';", rule: '@nx/enforce-module-boundaries' },
  { at: 'apps/server/src/canary.ts', code: "import '@sunbeon/ui';", rule: '@nx/enforce-module-boundaries' },
  { at: 'libs/contract/src/canary.ts', code: "import '@sunbeon/client';", rule: '@nx/enforce-module-boundaries' },
  { at: 'libs/domain/src/canary.ts', code: "import 'zod';", rule: '@nx/enforce-module-boundaries' },
  { at: 'apps/kiosk/src/canary.ts', code: "import '../../../tools/root.ts';", rule: '@nx/enforce-module-boundaries' },
  { at: 'libs/domain/src/canary.ts', code: "import 'node:fs';", rule: 'no-restricted-imports' },
  {
    at: 'apps/server/src/tickets/canary.ts',
    code: "import '../counters/counters.service.ts';",
    rule: 'sunbeon/slice-boundaries',
  },
  { at: 'libs/client/src/canary.ts', code: 'export const x: any = 1;', rule: '@typescript-eslint/no-explicit-any' },
  { at: 'libs/client/src/canary.ts', code: 'const unused = 1;', rule: '@typescript-eslint/no-unused-vars' },
  {
    at: 'apps/kiosk/src/canary.tsx',
    code: "import { useState } from 'react';\nexport function Canary({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}",
    rule: 'react-hooks/rules-of-hooks',
  },
];

/**
 * Proves that the lint is awake: gives it forbidden code, as if it stood in the tree, and names what it let pass.
 * Needs the project graph that a run of `nx` leaves behind: without it the boundaries rule passes everything.
 */
export async function sleepingRules(): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const asleep: string[] = [];
  for (const { at, code, rule } of FORBIDDEN) {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, at) });
    if (!result?.messages.some(({ ruleId }) => ruleId === rule)) asleep.push(`${rule} lets pass in ${at}: ${code}`);
  }
  return asleep;
}
