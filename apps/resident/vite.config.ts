import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
/** As the other front ends. */
const browsers = ['chrome109', 'safari16', 'firefox115'];
const outDir = resolve(root, '../../dist/resident');

/**
 * Two outputs of one `vite build`: the script of the browser (assets/client-<hash>.js), and render.js with which the
 * server makes the pages. The second knows the name of the first.
 */
export default defineConfig({
  root,
  base: '/',
  appType: 'custom',
  publicDir: resolve(root, 'public'),
  plugins: [clientScript(), fonts()],
  environments: {
    client: {
      build: {
        outDir,
        emptyOutDir: true,
        target: browsers,
        rolldownOptions: { input: { client: resolve(root, 'src/client/main.ts') } },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        ssr: true,
        target: 'node24',
        cssTarget: browsers,
        rolldownOptions: {
          input: { render: resolve(root, 'src/render.ts') },
          output: { format: 'esm', entryFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'ssr']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});

/** `import script from 'virtual:client-script'`: address of the browser's script, which is built before. */
function clientScript(): Plugin {
  let address: string | null = null;
  return {
    name: 'client-script',
    sharedDuringBuild: true,
    resolveId: (id) => (id === 'virtual:client-script' ? '\0client-script' : undefined),
    load: (id) => (id === '\0client-script' ? `export default ${JSON.stringify(address)};` : undefined),
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
      if (entry) address = `/${entry.fileName}`;
    },
  };
}

/** The font of last resort, under addresses that the style sheet in the page can name, with its licence beside it. */
function fonts(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('pretendard-gov/package.json'));
  const subset = (weight: string) => `dist/web/static/woff2-subset/PretendardGOV-${weight}.subset.woff2`;
  const files = {
    'pretendard-gov-regular.woff2': subset('Regular'),
    'pretendard-gov-bold.woff2': subset('Bold'),
    'pretendard-gov-OFL.txt': 'dist/LICENSE.txt',
  };
  return {
    name: 'fonts',
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const [name, file] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: readFileSync(join(folder, file)) });
      }
    },
  };
}
