import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { pageKeeper } from './page-keeper.ts';

export interface AppOptions {
  /** Name of the app: served at `/<app>/`, built into `dist/<app>` at the root of the checkout. */
  app: string;
  /** Folder of the app's vite.config.ts: `import.meta.dirname`. */
  root: string;
  /** The page writes styles of its own: the server puts a fresh nonce in the place of NONCE_MARK whenever it sends it. */
  nonce?: boolean;
  /** A screen in a hall: loaded anew while the server is away, it comes from its own machine. */
  keeps?: boolean;
}

/** Stands in a built page where its nonce belongs; the server knows it by the same name (pages/nonce-page.ts). */
const NONCE_MARK = 'SUNBEON-NONCE';

/**
 * The one Vite configuration of the browser apps.
 * In development `/api`, `/realtime` and `/media` go to SERVER (http://localhost:3000 unless set).
 */
export function appConfig({ app, root, nonce = false, keeps = false }: AppOptions): UserConfig {
  const server = process.env['SERVER'] ?? 'http://localhost:3000';
  return {
    root,
    base: `/${app}/`,
    plugins: [react(), fontLicence(), keeps && pageKeeper(app)],
    ...(nonce && { html: { cspNonce: NONCE_MARK } }),
    build: {
      outDir: resolve(root, '../../dist', app),
      emptyOutDir: true,
      // Screens in a hall are often browsers some years old.
      target: ['chrome109', 'safari16', 'firefox115'],
      assetsInlineLimit: 2_048,
    },
    server: {
      proxy: {
        // The host stays as the browser names it: the server takes changes only from pages of its own host.
        '/api': { target: server, changeOrigin: false },
        '/media': { target: server, changeOrigin: false },
        '/realtime': { target: server, changeOrigin: false, ws: true },
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
