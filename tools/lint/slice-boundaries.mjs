// ESLint rule: inside apps/server/src a slice imports the platform, itself, and of another slice only its face: the
// reader, or the module that provides it. All may stand on `hall` (the live hall under its lock), which itself keeps to
// the rule. `pages`, the HTML front of the others, may call their use cases (*.service.ts) as controllers do. The platform
// imports no slice. Files directly in src, and the roles, put the slices together and may import any; tests may, too.
import { dirname, resolve, sep } from 'node:path';

const FACE = /\.(reader|module)\.ts$/;
const USE_CASE = /\.service\.ts$/;
const KERNEL = 'hall';
const FRONT = 'pages';
const TEST = /\.(spec|e2e|long)\.ts$|[\\/]testing[\\/]/;
const COMPOSERS = ['', 'roles'];

/** The first folder under apps/server/src, '' for a file directly in it, undefined outside. */
function sliceOf(path) {
  const [, inside] = path.split(`apps${sep}server${sep}src${sep}`);
  if (inside === undefined) return undefined;
  return inside.includes(sep) ? inside.slice(0, inside.indexOf(sep)) : '';
}

/** Why `file` may not import `source`, as the id of a message; undefined when it may. */
export function complaint(file, source) {
  const from = sliceOf(file);
  if (from === undefined || COMPOSERS.includes(from) || TEST.test(file) || !source.startsWith('.')) return undefined;
  const target = resolve(dirname(file), source);
  const to = sliceOf(target);
  if (to === undefined || to === from || to === 'platform') return undefined;
  if (from === 'platform') return 'platform';
  if (to === KERNEL || FACE.test(target)) return undefined;
  return from === FRONT && USE_CASE.test(target) ? undefined : 'face';
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      platform: 'The platform knows no slice: {{source}} belongs to one.',
      face: 'Of another slice only its *.reader.ts or *.module.ts may be imported, not {{source}}.',
    },
  },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      const messageId = complaint(context.filename, source);
      if (messageId) context.report({ node, messageId, data: { source } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};
