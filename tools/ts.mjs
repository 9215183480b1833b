// Runs TypeScript without a build: `node --import ./tools/ts.mjs file.ts`.
// The same SWC settings (tools/swc.mjs) serve jest, so tests and tools execute the same code.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { tsOptions, tsxOptions } from './swc.mjs';

process.setSourceMapsEnabled(true);

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !/\.tsx?$/.test(url) || url.includes('/node_modules/')) {
      return nextLoad(url, context);
    }
    const filename = fileURLToPath(url);
    const options = filename.endsWith('x') ? tsxOptions : tsOptions;
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
