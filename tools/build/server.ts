import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../root.ts';
import { npmDependencies } from './projects.ts';

/**
 * Bundles apps/server and the libs it uses into dist/server; npm packages stay outside, in node_modules. But for those of
 * which the server has a version of its own: from dist/server another one would be found.
 */
const server = join(root, 'apps/server');
const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const outside = npmDependencies('apps/server').filter((name) => !existsSync(join(server, 'node_modules', name)));
const entries = ['main', 'migrate'].filter((name) => existsSync(join(server, 'src', `${name}.ts`)));

try {
  await bundleServer();
} catch (error) {
  console.error((error as Error).message); // rolldown's message holds place and cause; its stack says nothing more
  process.exitCode = 1;
}

async function bundleServer(): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, join(server, 'src', `${name}.ts`)])),
    platform: 'node',
    tsconfig: join(server, 'tsconfig.json'),
    external: [/^node:/, ...outside.map((name) => new RegExp(`^${escape(name)}(/|$)`))],
  });
  await bundle.write({
    dir: join(root, 'dist/server'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    keepNames: true,
    cleanDir: true,
  });
  await bundle.close();
}
