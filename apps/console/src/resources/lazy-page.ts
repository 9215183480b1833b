import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** The program of a page did not come: the line is cut, or the server has a newer version by now. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded';
}

/**
 * A page that is loaded when it is first opened.
 * @param name its named export
 * @throws PageNotLoaded when drawn, where it could not be loaded
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const loaded = await load().catch((cause: unknown) => {
      throw new PageNotLoaded(`${name} could not be loaded`, { cause });
    });
    return { default: loaded[name] };
  });
}
