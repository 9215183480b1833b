/** A piece of HTML in which everything that came from outside is escaped. Only `html` makes one. */
export class Html {
  readonly #text: string;

  constructor(text: string, key: symbol) {
    if (key !== maker) throw new TypeError('Html is made by the tag `html` only');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const maker = Symbol('html');

type Value = string | number | Html | null | undefined | false | readonly Value[];

/**
 * html`<p title="${name}">${name}</p>`: every value is escaped for text and for attributes in double quotes, unless it
 * is Html itself; lists are joined; null, undefined and false leave nothing. There is no way to pass text unescaped.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = compact(strings);
  const text = parts.map((part, index) => part + (index < values.length ? textOf(values[index]) : '')).join('');
  return new Html(text, maker);
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Indentation of our source is not sent: a line break is white space enough. */
function compact(strings: TemplateStringsArray): readonly string[] {
  let parts = compacted.get(strings);
  if (!parts) {
    parts = strings.raw.map((part) => part.replace(/\n\s+/g, '\n'));
    compacted.set(strings, parts);
  }
  return parts;
}

/** The content of a `<style>` of our own: what could end the element is refused, since CSS cannot be escaped as text. */
export function styleElement(css: string): Html {
  if (css.includes('</')) throw new Error('a style sheet must not hold "</"');
  return new Html(`<style>${css}</style>`, maker);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(textOf).join('');
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
