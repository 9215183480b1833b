// `npm test`: everything, or the kinds named: `npm test -- spec e2e journeys redis`.
import './ts.mjs';
await import('./testing/run.ts');
