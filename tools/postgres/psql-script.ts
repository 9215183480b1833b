/** A statement of a psql script; with `gexec` every cell it returns is a statement, too. */
export interface Statement {
  sql: string;
  gexec: boolean;
}

/**
 * Reads the small part of psql that deploy/bootstrap.sql is written in: statements ended by `;` or `\gexec`, the
 * variables `:'name'` (literal) and `:"name"` (identifier), and `\connect`, which starts the next part.
 * @returns one list of statements per connection
 * @throws Error for a variable without a value and for any other backslash command
 */
export function readPsqlScript(script: string, variables: Record<string, string>): Statement[][] {
  const text = script.replace(/^--.*$/gm, '');
  return text.split(/^\\connect .*$/m).map((part) => statements(substitute(part, variables)));
}

function substitute(part: string, variables: Record<string, string>): string {
  return part.replace(/:(['"])(\w+)\1/g, (_whole, quote: string, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`the script wants a value for ${name}`);
    return quote + value.replaceAll(quote, quote + quote) + quote;
  });
}

function statements(part: string): Statement[] {
  const found = [...part.matchAll(/([^;\\]+)(;|\\\w+)/g)];
  return found.map(([, sql = '', end]) => {
    if (end !== ';' && end !== '\\gexec') throw new Error(`the psql command ${end} is not understood here`);
    return { sql: sql.trim(), gexec: end === '\\gexec' };
  });
}
