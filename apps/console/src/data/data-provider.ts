import type { Client } from '@sunbeon/client';
import { useDataProvider, type DataProvider } from 'react-admin';
import { refusal } from './refusal.ts';
import type { Source } from './source.ts';
import { sources, type ResourceName } from './sources.ts';

/** react-admin's provider, and any other endpoint of the contract by its name. */
export interface ConsoleData extends DataProvider {
  call: Client['call'];
  download: Client['download'];
  upload: Client['upload'];
}

export const useConsoleData = (): ConsoleData => useDataProvider<ConsoleData>();

/** All HTTP of the console goes through here. @param client calls as the person who is logged in */
export function createDataProvider(client: Client): ConsoleData {
  const made = Object.fromEntries(
    Object.entries(sources).map(([name, make]): [string, Source] => [name, make(client)]),
  ) as Record<ResourceName, Source>;
  const ask = <K extends keyof Source>(resource: string, what: K): NonNullable<Source[K]> => {
    const able = made[resource as ResourceName]?.[what];
    if (!able) throw new Error(`${resource} has no ${what}`);
    return able;
  };
  const getOne = async (resource: string, id: unknown, signal?: AbortSignal) =>
    ask(resource, 'one')(String(id), signal);
  const provider = {
    getList: async (resource, params) => ask(resource, 'list')(params),
    getOne: async (resource, { id, signal }) => ({ data: await getOne(resource, id, signal) }),
    getMany: async (resource, { ids }) => ({ data: await Promise.all(ids.map((id) => getOne(resource, id))) }),
    getManyReference: async (resource, { target, id, filter, ...params }) =>
      ask(resource, 'list')({ ...params, filter: { ...(filter as object), [target]: id } }),
    create: async (resource, params) => ({ data: await ask(resource, 'create')(params) }),
    update: async (resource, params) => ({ data: await ask(resource, 'update')(params) }),
    updateMany: async (resource, { ids, data }) => {
      await Promise.all(ids.map((id) => ask(resource, 'update')({ id, data, previousData: { id } })));
      return { data: ids };
    },
    delete: async (resource, { id }) => ({ data: await ask(resource, 'remove')(String(id)) }),
    deleteMany: async (resource, { ids }) => {
      await Promise.all(ids.map((id) => ask(resource, 'remove')(String(id))));
      return { data: ids };
    },
  } as DataProvider;
  return {
    ...refusing(provider),
    call: client.call,
    download: client.download,
    upload: client.upload,
    supportAbortSignal: true,
  };
}

/** Every method, with its faults as react-admin shows them. */
function refusing(provider: DataProvider): DataProvider {
  const wrap =
    (method: (...args: unknown[]) => Promise<unknown>) =>
    (...args: unknown[]) =>
      method(...args).catch((error: unknown) => {
        throw refusal(error);
      });
  const entries = Object.entries(provider) as [string, (...args: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(entries.map(([name, method]) => [name, wrap(method)])) as unknown as DataProvider;
}
