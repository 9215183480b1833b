import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Json = z.core.JSONSchema.BaseSchema;

/** A text or an id somewhere in an object: where another value can be put. */
export type LeafPath = readonly (string | number)[];

export interface SampleOptions {
  /** With everything that may be left out, or with what is needed only. */
  readonly whole: boolean;
  /** An id for a field of this name. */
  readonly idFor?: (field: string) => string | undefined;
}

const known = new WeakMap<z.ZodType, Json>();

function jsonOf(schema: z.ZodType): Json {
  const json = known.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  known.set(schema, json);
  return json;
}

/** An object that fits a schema as far as its JSON schema tells; refinements may still refuse it. */
export function sampleOf(schema: z.ZodType, options: SampleOptions): unknown {
  const root = jsonOf(schema);
  return sample(root, root, options, '');
}

function resolve(schema: Json, root: Json): Json {
  if (schema.$ref) return resolve(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] as Json, root);
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []) as Json[];
  return choices[0] ? resolve(choices[0], root) : schema;
}

function sample(from: Json, root: Json, options: SampleOptions, field: string): unknown {
  const schema = resolve(from, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => options.whole || (schema.required ?? []).includes(key))
          .map(([key, value]) => [key, sample(value as Json, root, options, key)]),
      );
    case 'array':
      return Array.from({ length: Math.max(options.whole ? 1 : 0, schema.minItems ?? 0) }, () =>
        sample((schema.items ?? {}) as Json, root, options, field),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return text(schema, options.idFor?.(field));
    default:
      return null;
  }
}

/** Texts for the formats that there are; the first that the pattern takes. Ten digits are the code of a district. */
function text(schema: Json, id: string | undefined): string {
  if (schema.format === 'uuid') return id ?? randomUUID();
  if (schema.format === 'email') return `${randomUUID()}@sample.test`;
  if (schema.format === 'date-time') return new Date(Date.now() + 60_000).toISOString();
  const length = Math.max(schema.minLength ?? 1, 1);
  const all = [
    id,
    'sample',
    'x'.repeat(length),
    'SAMPLE',
    '1120000000',
    '123456',
    '12:00',
    '2030-01-01',
    '#000000',
    'https://sample.test/',
  ];
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
  const fits = (one: string | undefined): one is string =>
    one !== undefined && one.length >= length && (pattern?.test(one) ?? true);
  return all.find(fits) ?? 'x'.repeat(length);
}

/** Every place of a text in the largest sample of a schema. Choices among fixed words and instants are none. */
export function leavesOf(schema: z.ZodType): { path: LeafPath; isId: boolean }[] {
  const root = jsonOf(schema);
  const leaves = (from: Json, path: LeafPath): { path: LeafPath; isId: boolean }[] => {
    const here = resolve(from, root);
    if (here.type === 'object')
      return Object.entries(here.properties ?? {}).flatMap(([key, value]) => leaves(value as Json, [...path, key]));
    if (here.type === 'array') return leaves((here.items ?? {}) as Json, [...path, 0]);
    if (here.type !== 'string' || here.enum || here.const !== undefined || here.format === 'date-time') return [];
    return [{ path, isId: here.format === 'uuid' }];
  };
  return leaves(root, []);
}

/**
 * Samples of a schema in which one text is `value`: the smallest and the largest that the schema takes; none when it
 * takes no such value there.
 */
export function samplesWith(
  schema: z.ZodType,
  path: LeafPath,
  value: string,
  idFor?: SampleOptions['idFor'],
): unknown[] {
  const tries = [false, true].map((whole) =>
    put(sampleOf(schema, { whole, ...(idFor ? { idFor } : {}) }), sampleOf(schema, { whole: true }), path, value),
  );
  return tries.filter((one) => schema.safeParse(one).success);
}

/** A copy of `into` with the value at the path; what is missing on the way is taken from `pattern`. */
function put(into: unknown, pattern: unknown, [step, ...rest]: LeafPath, value: string): unknown {
  if (step === undefined) return value;
  const child = (of: unknown): unknown => (of as Record<string | number, unknown> | undefined)?.[step];
  const inside = put(child(into) ?? child(pattern), child(pattern), rest, value);
  if (typeof step === 'number') return Object.assign([...((into as unknown[] | undefined) ?? [])], { [step]: inside });
  return { ...(into as object), [step]: inside };
}
