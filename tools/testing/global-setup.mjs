// jest loads this file natively, so TypeScript needs its loader first.
import '../ts.mjs';

export default async function () {
  await (await import('./server.ts')).setUp();
}
