import { describe, expect, it } from '@jest/globals';
import { readPsqlScript } from './psql-script.ts';

describe('reading a psql script', () => {
  it('splits at semicolons, \\gexec and \\connect, and drops comments', () => {
    const script = '-- why; not\nselect 1;\nselect format(\'x\')\n  where true \\gexec\n\\connect :"db"\nselect 2;\n';
    expect(readPsqlScript(script, { db: 'sunbeon' })).toEqual([
      [
        { sql: 'select 1', gexec: false },
        { sql: "select format('x')\n  where true", gexec: true },
      ],
      [{ sql: 'select 2', gexec: false }],
    ]);
  });

  it('quotes variables as literals and as identifiers', () => {
    const [[statement] = []] = readPsqlScript('select :\'v\', :"v";', { v: `a'b"c` });
    expect(statement?.sql).toBe(`select 'a''b"c', "a'b""c"`);
  });

  it('refuses a variable without a value and a command it does not know', () => {
    expect(() => readPsqlScript("select :'who';", {})).toThrow('wants a value for who');
    expect(() => readPsqlScript('select 1 \\watch', {})).toThrow('\\watch is not understood');
  });
});
