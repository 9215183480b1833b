import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSeries, labelFor, overflowLabel, type OverflowRange, type Series } from './numbering.ts';

const passport: Series = { id: 'passport', prefix: '', rangeFrom: 101, rangeTo: 299 };
const permit: Series = { id: 'permit', prefix: 'A', rangeFrom: 101, rangeTo: 199 };
const overflow: OverflowRange = { rangeFrom: 900, rangeTo: 999 };

describe('labels', () => {
  it('run through the range of the series, then ask for the overflow', () => {
    expect(labelFor(passport, 1)).toEqual({ kind: 'label', label: '101' });
    expect(labelFor(passport, 199)).toEqual({ kind: 'label', label: '299' });
    expect(labelFor(passport, 200)).toEqual({ kind: 'overflow' });
    expect(labelFor(permit, 24)).toEqual({ kind: 'label', label: 'A124' });
  });

  it('run through the overflow range, then through letters, and never wrap', () => {
    const label = (ordinal: number, prefixes = ['', 'A']): string => overflowLabel(overflow, prefixes, ordinal);
    expect([label(1), label(100), label(101), label(102)]).toEqual(['900', '999', 'B101', 'B102']);
    expect([label(100 + 899), label(100 + 900)]).toEqual(['B999', 'C101']);
    expect([label(100 + 899 * 23), label(100 + 899 * 23 + 1)]).toEqual(['Z999', 'BB101']);
    expect(label(101, ['', 'B'])).toBe('C101');
    expect(overflowLabel(null, [''], 1)).toBe('B101');
  });

  it('refuse what is no ordinal', () => {
    expect(() => labelFor(passport, 0)).toThrow(RangeError);
    expect(() => overflowLabel(overflow, [], 1.5)).toThrow(RangeError);
  });
});

describe('uniqueness', () => {
  const size = fc.integer({ min: 1, max: 60 });
  const office = fc
    .record({
      sizes: fc.array(size, { minLength: 1, maxLength: 6 }),
      prefixed: fc.array(fc.constantFrom('', 'A', 'B', 'C', 'BB'), { minLength: 6, maxLength: 6 }),
      over: fc.option(size),
    })
    .map(({ sizes, prefixed, over }) => {
      const series = sizes.map((count, index): Series => {
        const rangeFrom = 101 + index * 60;
        return { id: `s${index}`, prefix: prefixed[index] ?? '', rangeFrom, rangeTo: rangeFrom + count - 1 };
      });
      return { series, overflow: over === null ? null : { rangeFrom: 900, rangeTo: 899 + over } };
    });

  it('holds over thousands of draws from any office in any order', () => {
    fc.assert(
      fc.property(office, fc.infiniteStream(fc.nat({ max: 5 })), ({ series, overflow: range }, order) => {
        expect(checkSeries(series, range)).toEqual([]);
        const labels = drawMany(series, range, order, 4000);
        expect(new Set(labels).size).toBe(labels.length);
      }),
      { numRuns: 25 },
    );
  });

  function drawMany(series: Series[], range: OverflowRange | null, order: Iterable<number>, count: number): string[] {
    const drawn = new Map<string, number>();
    const labels: string[] = [];
    let overflowDrawn = 0;
    for (const choice of order) {
      if (labels.length >= count) break;
      const one = series[choice % series.length] as Series;
      const ordinal = (drawn.get(one.id) ?? 0) + 1;
      drawn.set(one.id, ordinal);
      const draw = labelFor(one, ordinal);
      labels.push(
        draw.kind === 'label'
          ? draw.label
          : overflowLabel(
              range,
              series.map(({ prefix }) => prefix),
              (overflowDrawn += 1),
            ),
      );
    }
    return labels;
  }
});

describe('configuration', () => {
  it('finds overlaps, reversed ranges, wrong prefixes', () => {
    const code = (series: Series[], range: OverflowRange | null = overflow): string[] =>
      checkSeries(series, range).map((fault) => fault.code);
    expect(code([passport, permit])).toEqual([]);
    expect(code([passport, { ...permit, prefix: '' }])).toEqual(['ranges_overlap']);
    expect(code([passport, { ...passport, rangeFrom: 300, rangeTo: 310 }])).toEqual(['id_twice']);
    expect(code([{ ...passport, rangeTo: 900 }])).toEqual(['overflow_overlaps']);
    expect(code([{ ...permit, rangeTo: 950 }])).toEqual([]);
    expect(code([{ ...passport, rangeFrom: 300 }])).toEqual(['range_invalid']);
    expect(code([{ ...passport, prefix: '가' }])).toEqual(['prefix_invalid']);
    expect(code([passport], { rangeFrom: 0, rangeTo: 5 })).toEqual(['overflow_invalid']);
  });
});
