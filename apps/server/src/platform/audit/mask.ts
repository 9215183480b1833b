/** Fields that never reach the audit in any form. */
const secret = /password|secret|token|hash|code$|^pin$|recovery|cookie|signature/i;
/** Codes that are no secrets: of services, areas, priorities. */
const harmlessCode = /^(?:code|areaCode|serviceCode|groupCode|plan)$/;
const LONGEST = 500;
const MOST = 50;

/** kim@seongdong.go.kr -> k**@seongdong.go.kr: enough to tell people of a tenant apart, too little to write to them. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '**' : `${[...email][0] ?? ''}**${email.slice(at)}`;
}

/** 김순번 -> 김**. */
export function maskName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}**`;
}

/** 010-1234-5678 -> ***-5678. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 8 ? '****' : `***-${digits.slice(-4)}`;
}

/**
 * What the audit keeps of a value: e-mails, phones and names of people masked, secrets named but not told, long texts and
 * lists cut. Plain JSON that PostgreSQL can hold.
 * @param people true when `name` is the name of a person (and not of an office, a device, a service)
 */
export function maskForAudit(value: unknown, people = false): unknown {
  return mask(value, people, 0);
}

function mask(value: unknown, people: boolean, depth: number): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return shorten(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== 'object' || depth > 8) return shorten(JSON.stringify(value) ?? '');
  if (Array.isArray(value)) return maskList(value, people, depth);
  return maskObject(value, people, depth);
}

function maskList(list: readonly unknown[], people: boolean, depth: number): unknown {
  const kept = list.slice(0, MOST).map((one) => mask(one, people, depth + 1));
  return list.length > MOST ? [...kept, `… ${list.length - MOST} more`] : kept;
}

function maskObject(value: object, people: boolean, depth: number): unknown {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]): [string, unknown] => {
      const name = shorten(key);
      // A code on its own in a request is one that somebody typed; further in it names a service or a group.
      const harmless = harmlessCode.test(key) && (depth > 0 || key !== 'code');
      if (secret.test(key) && !harmless) return [name, inner === null ? null : '(not kept)'];
      if (typeof inner === 'string' && /email/i.test(key)) return [name, shorten(maskEmail(inner))];
      if (typeof inner === 'string' && /phone/i.test(key)) return [name, maskPhone(inner)];
      const isPerson = people || /owner|contact|person|staff/i.test(key);
      if (typeof inner === 'string' && (/^(?:person|contact|owner)Name$/.test(key) || (key === 'name' && people)))
        return [name, shorten(maskName(inner))];
      return [name, mask(inner, isPerson && typeof inner === 'object', depth + 1)];
    }),
  );
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair. */
function shorten(text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '');
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST).toWellFormed()}…` : clean;
}
