import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const source = join(import.meta.dirname, 'src/away/page-keeper.worker.ts');
/** What a page needs to be drawn; sound comes with the server that says what to call. */
const needed = /^assets\/.+\.(?:js|css|woff2)$/;
const slides = /^media\//;

/**
 * Makes the service worker of an app: what of this build it keeps stands in front of its script.
 * @param app served at `/<app>/`; its slides at `/media/`
 */
export function pageKeeper(app: string): Plugin {
  return {
    name: 'page-keeper',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const base = `/${app}/`;
        const names = Object.keys(bundle).toSorted();
        const assets = names.filter((name) => needed.test(name)).map((name) => base + name);
        const files = [base, ...assets, ...names.filter((name) => slides.test(name)).map((name) => `/${name}`)];
        const shelves = `sunbeon-page-${app}-`;
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
        const kept = JSON.stringify({ base, shelf: shelves + version, shelves, files });
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
        this.emitFile({ type: 'asset', fileName: 'page-keeper.js', source: `const KEPT = ${kept};\n${code}` });
      },
    },
  };
}
