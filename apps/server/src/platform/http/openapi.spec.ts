import { describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type EndpointName } from '@sunbeon/contract';
import { examples } from './openapi-examples.ts';
import { openApiDocument } from './openapi.ts';

const table = Object.entries(endpoints) as [EndpointName, Endpoint][];
const document = openApiDocument();
const operationOf = ({ path, method }: Endpoint) => {
  const item = document.paths?.[path] as Record<string, Record<string, unknown>> | undefined;
  return item?.[method.toLowerCase()];
};

describe('OpenAPI document', () => {
  it('is the same twice', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
  });

  it.each(table)('%s is there with its access, path names and answers', (name, endpoint) => {
    const operation = operationOf(endpoint);
    expect(operation?.['operationId']).toBe(name);
    const security = operation?.['security'] as Record<string, string[]>[];
    const open = endpoint.access.includes('public') && name !== 'refresh' && name !== 'logout';
    expect(security.length === 0).toBe(open);
    const parameters = (operation?.['parameters'] ?? []) as { in: string; name: string; required?: boolean }[];
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
    expect(inPath.sort()).toEqual([...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort());
    const key = parameters.find((parameter) => parameter.name === 'Idempotency-Key');
    expect(key === undefined ? undefined : key.required === true).toBe(
      endpoint.idempotent === undefined ? undefined : endpoint.idempotent === 'required',
    );
    expect(Object.keys(operation?.['responses'] as object)).toContain(String(endpoint.status));
    expect(operation?.['requestBody'] === undefined).toBe(endpoint.body === undefined && !endpoint.upload);
  });

  it('resolves every reference', () => {
    const text = JSON.stringify(document);
    for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = path?.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect([path, target === undefined]).toEqual([path, false]);
    }
  });

  it.each(Object.entries(examples) as [EndpointName, (typeof examples)[EndpointName]][])(
    'the example of %s fits its schemas',
    (name, example) => {
      const endpoint: Endpoint = endpoints[name];
      if (example?.request !== undefined) expect(endpoint.body?.safeParse(example.request).error).toBeUndefined();
      if (example?.response !== undefined) expect(endpoint.response.safeParse(example.response).error).toBeUndefined();
    },
  );
});
