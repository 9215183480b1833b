import { describe, expect, it } from '@jest/globals';
import { fieldsOf, readHeader, readRow, type ArchiveRow } from './archive-row.ts';
import { HEADER } from './testing.ts';

const header = readHeader(HEADER);
if (!('columns' in header)) throw new Error('the header is not read');
const read = (line: string): ArchiveRow | string => readRow(line, 7, header.columns, header.width);
const good = 'UD_Wola,08:04,2020-01-13,1,15,3,184,2,"Kancelaria, sprawy różne",C,12,C017';

describe('a row of the archive', () => {
  it('is read with its quotes, its line and its numbers as numbers', () => {
    expect(read(good)).toEqual({
      line: 7,
      office: 'UD_Wola',
      label: '2020-01-13',
      time: '08:04',
      service: '184',
      name: 'Kancelaria, sprawy różne',
      letter: 'C',
      openCounters: 2,
      minutes: 15,
      waiting: 12,
      number: 'C017',
    });
  });

  it('may have no letter and no number', () => {
    expect(read('USC_X,08:04,2020-01-13,,0,,9,0,Do kasy, ,0,')).toMatchObject({ letter: '', number: '', minutes: 0 });
  });

  it.each([
    ['a field too few', good.replace(',12,', ','), '11 fields instead of 12'],
    ['a quote that is not closed', good.replace('różne"', 'różne'), 'quotes that do not fit'],
    ['an hour that is none', good.replace('08:04', '28:04'), 'time is "28:04"'],
    ['a day that is none', good.replace('2020-01-13', '2020-02-30'), 'date is "2020-02-30"'],
    ['people waiting in words', good.replace(',12,', ',many,'), 'liczbaKlwKolejce is "many"'],
    ['fewer than nobody waiting', good.replace(',12,', ',-1,'), 'liczbaKlwKolejce is "-1"'],
    ['no office', good.replace('UD_Wola', ''), 'name is ""'],
    [
      'letters that broke in transport',
      good.replace('różne', 'r\uFFFDne'),
      'nazwaGrupy is "Kancelaria, sprawy r\uFFFDne"',
    ],
    ['a service that is no id', good.replace('184', '<x>'), 'idGrupy is "<x>"'],
  ])('with %s is damaged, and says why', (_, line, why) => {
    expect(read(line)).toBe(why);
  });
});

describe('the first line', () => {
  it('names the columns that are missing', () => {
    expect(readHeader('name,time,date')).toMatchObject({
      missing: expect.arrayContaining(['idGrupy', 'aktualnyNumer']),
    });
  });
  it('may begin with a byte order mark and have its columns in any order', () => {
    const turned = readHeader(`\uFEFF${HEADER.split(',').reverse().join(',')}`);
    expect(turned).toMatchObject({ width: 12, columns: { office: 11, number: 0 } });
  });
});

describe('a line', () => {
  it('is read by itself: a stray quote swallows no other line', () => {
    expect(fieldsOf('a,"b')).toBeNull();
    expect(fieldsOf('a,"b ""c"", d",e')).toEqual(['a', 'b "c", d', 'e']);
  });
});
