import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { workbookParts, xlsxOf, zipOf } from './xlsx.ts';

let test: TestApp;
let hall: TestHall;

beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.stop());
const anew = async () => {
  hall = await makeHall(test);
};

const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');
const check = (file: string | Buffer, office = 'main') =>
  hall.owner.call('serviceImportCheck', { body: { office, file: base64(file) } });
const apply = (file: string | Buffer, token: string) =>
  hall.owner.call('serviceImportApply', { body: { office: 'main', file: base64(file), token } });
const services = () => hall.owner.call('serviceList');
const HEAD = '업무코드,업무명,분류,시작번호,끝번호,목표 처리시간(분)';
const csv = (...lines: string[]) => [HEAD, ...lines].join('\r\n');

describe('services from a table', () => {
  beforeEach(anew, 30_000);
  it('are taken as the dry run showed them: new ones, changed ones, and the rest left alone', async () => {
    const before = await services();
    const file = csv('PASSPORT,여권 신청,전체,101,299,6', 'MOVE,전입신고,all,401,499,7', 'SEAL,인감,전체,501,599,4.5');
    const shown = await check(file);
    expect(shown.counts).toEqual({ new: 1, changed: 1, unchanged: 1, wrong: 0 });
    expect(shown.rows[0]).toEqual({
      row: 2,
      code: 'PASSPORT',
      name: '여권 신청',
      outcome: 'changed',
      changes: [
        { column: '업무명', before: '여권 접수', after: '여권 신청' },
        { column: '목표 처리시간(분)', before: '8', after: '6' },
      ],
      faults: [],
    });
    expect(await services()).toEqual(before);
    expect(await apply(file, shown.token)).toEqual({ created: 1, changed: 1 });
    const after = await services();
    expect(after.map(({ code, version, position }) => [code, version, position])).toEqual([
      ['PASSPORT', 2, 0],
      ['FAMILY', 1, 1],
      ['MOVE', 1, 2],
      ['BUNDLE', 1, 3],
      ['SEAL', 1, 4],
    ]);
    // What the table does not speak of stays: the counters of the service, and its steps.
    expect(after[0]).toMatchObject({ name: { ko: '여권 신청' }, targetMinutes: 6, counters: ['1', '3'] });
    expect(after[3]).toMatchObject({ steps: ['FAMILY', 'MOVE'] });
    const { services: atKiosk } = await hall.kiosk.call('deviceConfig');
    expect(atKiosk.map(({ code }) => code)).toContain('SEAL');
    const { rows } = await hall.owner.call('auditList', { query: { action: 'service.import' } });
    expect(rows[0]).toMatchObject({
      before: { PASSPORT: { targetMinutes: 8 } },
      after: { PASSPORT: { targetMinutes: 6 }, SEAL: { name: { ko: '인감' } } },
    });
    expect(Object.keys(rows[0]?.before ?? {})).toEqual(['PASSPORT']);
  });

  it('say every fault with its row and column, and then nothing can be taken', async () => {
    const file = [
      `${HEAD},쓸모`,
      'passport!,여권,전체,101,299,6',
      'A1,,없는 분류,abc,50,0',
      ',,,,,',
      'A2,가,전체,9,3,5',
      'A3,나,전체,350,360,5',
      'A2,다,전체,601,602,5',
      `A4,${'라'.repeat(201)},전체,701,702,5`,
    ].join('\n');
    const shown = await check(file);
    const faults = shown.rows.flatMap(({ row, faults: all }) => all.map(({ column, code }) => [row, column, code]));
    expect(faults).toEqual([
      [1, '쓸모', 'column_unknown'],
      [2, '업무코드', 'bad_code'],
      [3, '업무명', 'required'],
      [3, '분류', 'bad_choice'],
      [3, '시작번호', 'not_a_number'],
      [3, '목표 처리시간(분)', 'out_of_range'],
      [5, '끝번호', 'range_order'],
      [6, '시작번호', 'range_overlap'],
      [7, '업무코드', 'code_twice'],
      [8, '업무명', 'too_long'],
    ]);
    expect(await codeOf(apply(file, shown.token))).toBe('import_faulty');
    expect(await services()).toHaveLength(4);
    const same = csv('MOVE,전입신고,전체,401,499,7');
    expect(await codeOf(apply(same, (await check(same)).token))).toBe('import_faulty');
    expect((await check('업무명\n여권')).rows[0]?.faults).toMatchObject([
      { code: 'column_missing', value: '업무코드' },
    ]);
  });

  it('are refused when the office is not as the dry run showed it, or the file is another', async () => {
    const file = csv('SEAL,인감,전체,501,599,4');
    const { token } = await check(file);
    expect(await codeOf(apply(csv('SEAL,인감,전체,501,599,5'), token))).toBe('changed_meanwhile');
    const [row] = await services();
    await hall.owner.call('serviceArchive', { params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0 } });
    expect(await codeOf(apply(file, token))).toBe('changed_meanwhile');
    expect(await services()).toHaveLength(4);
    const again = await check(csv('PASSPORT,여권,전체,101,299,6'));
    expect(again.rows[0]?.faults).toMatchObject([{ code: 'archived' }]);
  });

  it('get no numbers that somebody holds today', async () => {
    await hall.draw('PASSPORT');
    const shown = await check(csv('PASSPORT,여권,전체,601,699,6', 'SEAL,인감,전체,101,199,4'));
    expect(shown.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'wrong']);
    expect(shown.rows[1]?.faults).toMatchObject([{ column: '시작번호', code: 'numbers_used_today', value: '101–199' }]);
  });

  it('go around through the template: what is taken out and sent again changes nothing', async () => {
    const [row] = await services();
    const { id, version, code: _c, office: _o, counters: _n, archivedAt: _a, ...wish } = row ?? ({} as never);
    const documents = [{ ko: '신분증', en: 'ID card' }, { ko: '=사진 "1장"' }];
    await hall.owner.call('serviceUpdate', { params: { id }, body: { ...wish, version, documents } });
    const { blob } = await hall.owner.download('serviceImportTemplate', { query: { office: 'main' } });
    const table = Buffer.from(await blob.arrayBuffer());
    expect((await check(table)).counts).toEqual({ new: 0, changed: 0, unchanged: 4, wrong: 0 });
    const changed = Buffer.from(table.toString().replace('여권 접수', '여권 신청'));
    await apply(changed, (await check(changed)).token);
    expect((await services())[0]).toMatchObject({ name: { ko: '여권 신청' }, documents });
  });
});

describe('the file', () => {
  beforeAll(anew, 30_000);
  const rows = [
    ['업무코드', '업무명', '분류', '시작번호', '끝번호', '목표 처리시간(분)'],
    ['SEAL', '인감·서명확인', '전체', 501, 599, 4.5],
    [],
    ['LAND', '토지대장', '전체', 601, 699, 5],
  ];
  const text = rows.map((row) => row.join(',')).join('\r\n');
  const expected = [
    [2, 'SEAL', '인감·서명확인', 'new'],
    [4, 'LAND', '토지대장', 'new'],
  ];
  it.each([
    ['UTF-8', () => Buffer.from(text)],
    ['UTF-8 with its mark', () => Buffer.from(`\ufeff${text}`)],
    ['the CP949 of Korean Excel', () => iconv.encode(text, 'cp949')],
    ['UTF-16 with tabs', () => Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['XLSX', () => xlsxOf(rows)],
  ])('is read in %s, rows where the spreadsheet has them', async (_, make) => {
    const shown = await check(make());
    expect(shown.rows.map(({ row, code, name, outcome }) => [row, code, name, outcome])).toEqual(expected);
  });

  it('is read with every syllable of CP949, also those that EUC-KR has not', async () => {
    const file = iconv.encode(csv('SEAL,똠방·뷁·햏,전체,501,599,5'), 'cp949');
    expect((await check(file)).rows.map(({ name }) => name)).toEqual(['똠방·뷁·햏']);
    expect(await codeOf(check(Buffer.concat([file, Buffer.of(0xff, 0x41)])))).toBe('file_unreadable');
  });

  it.each([
    ['empty', () => ' \n,,', 'file_unreadable'],
    ['with a quotation mark left open', () => `${HEAD}\n"SEAL,인감`, 'file_unreadable'],
    ['of an old Excel', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_unreadable'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a00000000ffff', 'hex'), 'file_unreadable'],
    ['half an XLSX', () => xlsxOf(rows).subarray(0, 300), 'file_unreadable'],
    ['a zip that is no workbook', () => zipOf([{ name: 'a.txt', data: Buffer.from('a') }]), 'file_unreadable'],
    ['too many rows', () => csv(...Array.from({ length: 2_001 }, (__, n) => `C${n},가,전체,1,2,5`)), 'file_too_long'],
    ['too large', () => Buffer.alloc(5 * 1024 * 1024 + 3, 'a'), 'validation'],
    ['too large for any request', () => Buffer.alloc(6 * 1024 * 1024, 'a'), 'body_too_large'],
  ])('%s is refused', async (_, make, code) => {
    expect(await codeOf(check(make()))).toBe(code);
  });

  it('is no bomb: one that unpacks to 64 MB is refused, and one that lies about it, too', async () => {
    const bomb = { name: 'xl/sharedStrings.xml', data: Buffer.alloc(64 * 1024 * 1024, ' ') };
    const parts = workbookParts(rows);
    for (const part of [bomb, { ...bomb, said: 100 }]) {
      const file = zipOf([...parts, part]);
      expect(file.length).toBeLessThan(200_000);
      expect(await codeOf(check(file))).toBe('file_unreadable');
    }
  });
});

describe('permits', () => {
  beforeEach(anew, 30_000);
  const permit = { code: 'H-1', group: 'hygiene', field: '식품위생', name: '일반음식점 영업신고', days: 1 } as const;
  const HEADS = '코드,그룹,분야,허가 종류,처리기간(일),법정 처리기간(일),비고';

  it('are found by words, by group, sorted and paged', async () => {
    const all = Array.from({ length: 12 }, (_, n) => ({
      ...permit,
      code: `H-${n + 10}`,
      days: n % 3,
      name: `종류 ${n}`,
    }));
    for (const body of [
      ...all,
      { ...permit, code: 'C-1', group: 'culture' as const, name: '체육시설업', field: '체육' },
    ])
      await hall.owner.call('permitCreate', { body });
    const page = (query: object) => hall.owner.call('permitPage', { query });
    expect(await page({ limit: 5, page: 3 })).toMatchObject({
      total: 13,
      groups: { hygiene: 12, culture: 1, industry: 0 },
      rows: [{ code: 'H-19' }, { code: 'H-20' }, { code: 'H-21' }],
    });
    expect((await page({ q: '체육' })).rows.map(({ code }) => code)).toEqual(['C-1']);
    expect((await page({ group: 'culture' })).total).toBe(1);
    const byDays = await page({ sort: 'days', order: 'desc', group: 'hygiene', limit: 4 });
    expect(byDays.rows.map(({ days }) => days)).toEqual([2, 2, 2, 2]);
    expect(await codeOf(page({ sort: 'tenant_id' }))).toBe('validation');
    const elsewhere = await makeHall(test);
    expect((await elsewhere.owner.call('permitPage', { query: {} })).total).toBe(0);
  });

  it('are changed by their version, archived and restored; a code is taken for good', async () => {
    const made = await hall.owner.call('permitCreate', { body: permit });
    expect(await codeOf(hall.owner.call('permitCreate', { body: permit }))).toBe('validation');
    const params = { id: made.id };
    const { code: _, ...fields } = permit;
    const changed = await hall.owner.call('permitUpdate', { params, body: { ...fields, days: 2, version: 1 } });
    expect(changed).toMatchObject({ days: 2, legalDays: null, version: 2 });
    expect(await codeOf(hall.owner.call('permitUpdate', { params, body: { ...fields, version: 1 } }))).toBe(
      'changed_meanwhile',
    );
    const gone = await hall.owner.call('permitArchive', { params, body: { version: 2 } });
    expect(gone.archivedAt).not.toBeNull();
    expect(await codeOf(hall.owner.call('permitUpdate', { params, body: { ...fields, version: 3 } }))).toBe('conflict');
    expect(await codeOf(hall.owner.call('permitCreate', { body: permit }))).toBe('validation');
    expect((await hall.owner.call('permitPage', { query: { state: 'used' } })).total).toBe(0);
    await hall.owner.call('permitRestore', { params, body: { version: 3 } });
    const { rows } = await hall.owner.call('auditList', { query: { action: 'permit' } });
    expect(rows.map(({ action }) => action)).toEqual([
      'permit.restore',
      'permit.archive',
      'permit.update',
      'permit.create',
    ]);
    expect(rows[2]).toMatchObject({ before: { days: 1 }, after: { days: 2 } });
  });

  it('are of the whole institution: people of one office read them and change nothing', async () => {
    const supervisor = await hall.person(['supervisor'], ['main']);
    expect(await codeOf(supervisor.client.call('permitCreate', { body: permit }))).toBe('forbidden');
    expect((await supervisor.client.call('permitPage', { query: {} })).total).toBe(0);
    const clerk = await hall.person(['staff']);
    expect(await codeOf(clerk.client.call('permitPage', { query: {} }))).toBe('forbidden');
  });

  it('come from a table of 2,000 rows at once; the template asks for the days that nobody else knows', async () => {
    const template = await hall.owner.download('permitImportTemplate', {});
    const starters = base64(Buffer.from(await template.blob.arrayBuffer()));
    const asked = await hall.owner.call('permitImportCheck', { body: { file: starters } });
    expect(asked.counts).toEqual({ new: 0, changed: 0, unchanged: 0, wrong: 10 });
    expect(asked.rows[0]?.faults.map(({ column, code }) => [column, code])).toEqual([
      ['허가 종류', 'required'],
      ['처리기간(일)', 'required'],
    ]);
    const lines = Array.from({ length: 2_000 }, (_, n) => `P-${n},위생,식품위생,종류 ${n},${n % 8},7,`);
    const file = base64([HEADS, ...lines].join('\n'));
    const shown = await hall.owner.call('permitImportCheck', { body: { file } });
    expect(shown.counts).toMatchObject({ new: 2_000, wrong: 0 });
    const body = { file, token: shown.token };
    expect(await hall.owner.call('permitImportApply', { body })).toEqual({ created: 2_000, changed: 0 });
    expect(await codeOf(hall.owner.call('permitImportApply', { body }))).toBe('changed_meanwhile');
    expect((await hall.owner.call('permitPage', { query: { q: '종류 1999' } })).rows).toMatchObject([
      { code: 'P-1999', group: 'hygiene', days: 7, legalDays: 7, version: 1 },
    ]);
  });
});
