// `npm test`: everything, or the kinds named: `npm test -- spec e2e journeys redis postgres15`.
import './ts.mjs';
await import('./testing/run.ts');
