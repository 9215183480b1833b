// `npm run check`: format, lint, types, cycles, generated files. Or only those named: `npm run check -- lint types`.
import './ts.mjs';
await import('./checks/run.ts');
