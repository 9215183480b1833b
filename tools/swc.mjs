// The one place that says how TypeScript becomes JavaScript: for tools/ts.mjs, for jest, for whatever comes.
import { readFileSync } from 'node:fs';

const { $schema, ...base } = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));

/** SWC's options for a .ts file. */
export const tsOptions = { ...base, swcrc: false };

/** SWC's options for a .tsx file: the same, with JSX. */
export const tsxOptions = {
  ...tsOptions,
  jsc: {
    ...base.jsc,
    parser: { ...base.jsc.parser, tsx: true },
    transform: { ...base.jsc.transform, react: { runtime: 'automatic' } },
  },
};
