import '../ts.mjs';

export default async function () {
  await (await import('./server.ts')).tearDown();
}
