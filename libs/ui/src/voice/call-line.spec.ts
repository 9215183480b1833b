import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyLine, joinLine, longestLine, nextTurn, oldestSaidMs, type CallLine } from './call-line.ts';
import { specCall } from './spec-support.ts';

const patience = 180_000;
const join = (line: CallLine, seq: number, nowMs = 0, ageMs = 0) => joinLine(line, specCall(seq), { nowMs, ageMs });
const lineOf = (...seqs: number[]) => seqs.reduce((line, seq) => join(line, seq).line, emptyLine);

/** What may happen to a line: a call comes (perhaps a copy of an earlier one, perhaps old), or a turn ends. */
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('call' as const), old: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), of: fc.nat(40) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
  ),
  { maxLength: 200 },
);

describe('the line of calls', () => {
  it('gives every call that is not old one turn, in order, whatever comes between', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        let line = emptyLine;
        let seq = 0;
        const expected: number[] = [];
        const turns: number[] = [];
        const end = () => {
          const next = nextTurn(line, 0, patience);
          line = next.line;
          if (next.turn) turns.push(next.turn.call.seq);
          expect(next.passedOver).toEqual([]);
        };
        for (const happening of all) {
          if (happening.kind === 'end') end();
          else if (happening.kind === 'copy') {
            const of = Math.max(1, seq - happening.of);
            if (seq > 0) expect(join(line, of).verdict).toBe('duplicate');
          } else {
            const ageMs = happening.old ? oldestSaidMs + 1 : 0;
            const joined = join(line, (seq += 1), 0, ageMs);
            line = joined.line;
            expect(joined.verdict).toBe(
              happening.old ? 'too_old' : line.waiting.length > longestLine ? 'line_full' : 'waits',
            );
            if (joined.verdict === 'waits') expected.push(seq);
          }
        }
        while (line.waiting.length > 0) end();
        expect(turns).toEqual(expected);
      }),
    );
  });

  it('gives a recall a turn of its own: it has a new seq', () => {
    const line = joinLine(lineOf(1), specCall(2, { number: '101', recall: true }), { nowMs: 0, ageMs: 0 }).line;
    expect(line.waiting.map(({ call }) => [call.seq, call.number])).toEqual([
      [1, '101'],
      [2, '101'],
    ]);
  });

  it('takes a low seq of a database set up anew, which has another time', () => {
    const again = specCall(1, { at: '2026-11-24T09:00:00+09:00' });
    expect(joinLine(lineOf(1, 2), again, { nowMs: 0, ageMs: 0 }).verdict).toBe('waits');
  });

  it('says a call of exactly a minute, and no older one', () => {
    expect(join(emptyLine, 1, 0, oldestSaidMs).verdict).toBe('waits');
    expect(join(emptyLine, 1, 0, oldestSaidMs + 1).verdict).toBe('too_old');
  });

  it('shortens pauses while others wait, never the repetitions', () => {
    const busy = nextTurn(lineOf(1, 2), 0, patience).turn;
    const calm = nextTurn(lineOf(1), 0, patience).turn;
    expect(busy?.showMs).toBeLessThan(calm?.showMs ?? 0);
    expect(busy?.pauseMs).toBeLessThan(calm?.pauseMs ?? 0);
    expect(busy?.gapMs).toBeLessThan(calm?.gapMs ?? 0);
    expect(busy?.call.repeat).toBe(calm?.call.repeat);
  });

  it('passes over who waited longer than the patience, and names them', () => {
    const line = join(join(emptyLine, 1, 0).line, 2, 100_000).line;
    const next = nextTurn(line, patience + 1, patience);
    expect(next.passedOver.map((call) => call.seq)).toEqual([1]);
    expect(next.turn?.call.seq).toBe(2);
  });

  it('does not grow: a full line refuses, and what is known is bounded', () => {
    let line = emptyLine;
    const verdicts = Array.from({ length: 5_000 }, (_, index) => {
      const joined = join(line, index + 1);
      line = joined.line;
      return joined.verdict;
    });
    expect(line.waiting).toHaveLength(longestLine);
    expect(line.known.length).toBeLessThanOrEqual(128);
    expect(verdicts.filter((verdict) => verdict === 'waits')).toHaveLength(longestLine);
    expect(verdicts.at(-1)).toBe('line_full');
  });
});
