import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

export interface AppOptions {
  /** Name of the app: served at `/<app>/`, built into `dist/<app>` at the root of the checkout. */
  app: string;
  /** Folder of the app's vite.config.ts: `import.meta.dirname`. */
  root: string;
}

/**
 * The one Vite configuration of the browser apps.
 * In development `/api`, `/realtime` and `/media` go to SERVER (http://localhost:3000 unless set).
 */
export function appConfig({ app, root }: AppOptions): UserConfig {
  const server = process.env['SERVER'] ?? 'http://localhost:3000';
  return {
    root,
    base: `/${app}/`,
    plugins: [react(), fontLicence()],
    build: {
      outDir: resolve(root, '../../dist', app),
      emptyOutDir: true,
      // Screens in a hall are often browsers some years old.
      target: ['chrome109', 'safari16', 'firefox115'],
      assetsInlineLimit: 2_048,
    },
    server: {
      proxy: {
        '/api': server,
        '/media': server,
        '/realtime': { target: server, ws: true },
      },
    },
  };
}

/** The font's licence asks to go wherever the font goes. */
function fontLicence(): Plugin {
  return {
    name: 'font-licence',
    apply: 'build',
    generateBundle() {
      const path = createRequire(import.meta.url).resolve('pretendard-gov/dist/LICENSE.txt');
      this.emitFile({ type: 'asset', fileName: 'assets/pretendard-gov-OFL.txt', source: readFileSync(path) });
    },
  };
}
