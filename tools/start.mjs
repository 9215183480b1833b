// `npm start`. npm puts node_modules/.bin first in PATH, so that this already runs on the pinned Node.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Start Sunbeon with "npm start": it brings its own Node 24.');
  process.exit(1);
}
await import('./ts.mjs');
await import('./start/main.ts');
