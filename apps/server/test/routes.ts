import type { TestApp } from './app.ts';

/** Every route of the running app as `GET /path/:param`, but for HEAD. */
export function routesOf({ app }: TestApp): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!found) return [];
    const depth = (found[1] ?? '').length / 4;
    path.splice(depth, path.length, found[2] ?? '');
    const methods = (found[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return methods.map((method) => `${method} ${path.join('')}`);
  });
}
