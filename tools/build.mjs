// `npm run build`: builds into dist/ what is not built from the present sources.
import './ts.mjs';
const { report } = await import('./problem.ts');

try {
  const { build } = await import('./build/build.ts');
  console.log(`built: ${(await build()).join(', ') || 'nothing to do'}`);
} catch (error) {
  report(error);
}
