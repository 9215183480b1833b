import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appConfig } from '@sunbeon/ui/vite';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** The demo's slides (served at /media/) and the clips of the calls keep their names: an office replaces them in place. */
function namedFiles(...folders: string[]): Plugin {
  return {
    name: 'named-files',
    apply: 'build',
    generateBundle() {
      for (const folder of folders) {
        for (const file of readdirSync(join(root, folder))) {
          this.emitFile({
            type: 'asset',
            fileName: `${folder}/${file}`,
            source: readFileSync(join(root, folder, file)),
          });
        }
      }
    },
  };
}

const shared = appConfig({ app: 'display', root, keeps: true });
export default defineConfig({
  ...shared,
  plugins: [shared.plugins, namedFiles('media', 'voice')],
  define: { __APP_VERSION__: JSON.stringify(version) },
});
