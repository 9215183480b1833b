import { describe, expect, it } from '@jest/globals';
import { languages, plainLayout, type LocalText } from '@sunbeon/contract';
import fc from 'fast-check';
import { readerOfPrinter } from '../../../../tools/printer/cp949.ts';
import { textLines } from '@sunbeon/client/paper-picture';
import { columnsOfPaper, escPos, wrap, type PaperMm, type ReceiptLine } from './escpos.ts';
import { columnsOf, encodeText, missing, printable, printableIn } from './printer-text.ts';
import { receiptText, receiptTexts } from './receipt-texts.ts';
import { layOutReceipt, type ReceiptFacts } from './receipt.ts';

const facts: ReceiptFacts = {
  office: { ko: '성동구 종합민원실', en: 'Seongdong-gu Civil Affairs Office' },
  service: { ko: '여권 접수', en: 'Passport application', zh: '护照申请', ja: 'パスポート申請', vi: 'Nộp hộ chiếu' },
  number: '216',
  ahead: 14,
  wait: { lowMinutes: 20, highMinutes: 35 },
  zone: { ko: '여권 창구', en: 'Passports' },
  line: { ko: '파란색 선', en: 'blue line' },
  documents: [
    { ko: '신분증', en: 'ID card' },
    { ko: '여권용 사진 1매', en: 'One passport photo' },
  ],
  link: 'https://wait.example/t/AAAA-BBBB_cc',
  issuedAt: '2026-11-24 10:14',
  again: false,
  rehearsal: false,
};

const acts = (lines: readonly ReceiptLine[]) => [...readerOfPrinter().read(escPos(lines))];
const onPaper = (lines: readonly ReceiptLine[]) => textLines(acts(lines));
const receipt = (change: Partial<ReceiptFacts> = {}, language: (typeof languages)[number] = 'ko', mm: PaperMm = 80) =>
  layOutReceipt({ ...facts, ...change }, plainLayout, language, mm);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[가-힣 a-z①㎡々漢字かなカナ业务Đđửàé]{0,40}$/),
);
const anyLocal: fc.Arbitrary<LocalText> = fc.record(
  { ko: anyText, en: anyText, zh: anyText, ja: anyText, vi: anyText },
  { requiredKeys: ['ko'] },
);
const anyFacts: fc.Arbitrary<ReceiptFacts> = fc.record({
  office: anyLocal,
  service: anyLocal,
  number: fc.stringMatching(/^[A-Z]?[0-9]{1,5}$/),
  ahead: fc.nat(9999),
  wait: fc.option(fc.record({ lowMinutes: fc.nat(300), highMinutes: fc.nat(300) })),
  zone: fc.option(anyLocal),
  line: fc.option(anyLocal),
  documents: fc.array(anyLocal, { maxLength: 4 }),
  link: fc.option(fc.webUrl()),
  issuedAt: fc.constant('2026-11-24 10:14'),
  again: fc.boolean(),
  rehearsal: fc.boolean(),
});
const anyPaper = fc.constantFrom<PaperMm>(80, 58);

describe('a receipt', () => {
  it('says all of it in Korean, the number as large as the paper is wide', () => {
    expect(onPaper(receipt())).toEqual([
      '성동구 종합민원실',
      '',
      '여권 접수',
      '대기번호',
      '216',
      '',
      '앞에 기다리는 분: 14명',
      '예상 대기시간: 20~35분',
      '가실 곳: 여권 창구',
      '바닥의 파란색 선을 따라가십시오',
      '준비하실 것',
      '□ 신분증',
      '□ 여권용 사진 1매',
      '',
      '[QR https://wait.example/t/AAAA-BBBB_cc]',
      '휴대전화로 순번을 확인하실 수 있습니다',
      '2026-11-24 10:14',
    ]);
    expect(acts(receipt()).filter((act) => act.kind === 'text' && act.style.width === 6)).toMatchObject([
      { text: '216', style: { align: 'center', bold: true, height: 6 } },
    ]);
    expect(acts(receipt({ number: 'B12345' }, 'ko', 58))).toContainEqual(
      expect.objectContaining({ text: 'B12345', style: expect.objectContaining({ width: 5 }) }),
    );
  });

  it('marks one that a person printed again, and one of a rehearsal', () => {
    expect(onPaper(receipt({ again: true }))[0]).toBe('재발행');
    expect(onPaper(receipt({ rehearsal: true })).at(-1)).toBe('2026-11-24 10:14 · 연습');
  });

  it('leaves out what the tenant does not want, and says its own words', () => {
    const layout = {
      ...plainLayout,
      header: [{ ko: '어서 오십시오' }],
      footer: [{ ko: '문의 02-2286-5114' }],
      ...{ ahead: false, wait: false, place: false, documents: false, qr: false },
    };
    expect(onPaper(layOutReceipt(facts, layout, 'ko', 58))).toEqual([
      ...['성동구 종합민원실', '어서 오십시오', '', '여권 접수', '대기번호', '216', ''],
      ...['문의 02-2286-5114', '2026-11-24 10:14'],
    ]);
  });

  it('names the service in the visitor’s language where the printer has its signs, and in Korean for the staff', () => {
    expect(onPaper(receipt({}, 'en'))).toContain('Passport application');
    expect(onPaper(receipt({}, 'en'))).toContain('(여권 접수)');
    expect(onPaper(receipt({}, 'vi')).join(' ')).toContain('Nop ho chieu (여권 접수)');
    expect(onPaper(receipt({}, 'zh')).join(' ')).toContain('Passport application (여권 접수)'); // 护 is not on the printer
    expect(onPaper(receipt({}, 'ja')).join(' ')).toContain('パスポ―ト申請 (여권 접수)'); // kana and older signs
  });

  it('has every word of its own on the printer, in all five languages', () => {
    for (const name of Object.keys(receiptTexts) as (keyof typeof receiptTexts)[])
      for (const language of languages) {
        const text = receiptText(name, language, { n: 3, low: 5, high: 10, color: 'A' });
        expect(`${name} ${language} ${printable(text)}`).not.toContain(missing);
        if (language !== 'vi') expect(printable(text)).toBe(text);
      }
  });

  it('comes out as it was laid out, whatever people wrote in any language: no byte is read as something else', () => {
    const layouts = fc.record({
      header: fc.array(anyLocal, { maxLength: 4 }),
      footer: fc.array(anyLocal, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyFacts, layouts, fc.constantFrom(...languages), anyPaper, (given, own, language, mm) => {
        const lines = layOutReceipt(given, { ...plainLayout, ...own }, language, mm);
        const done = acts(lines);
        expect(done.filter(({ kind }) => kind === 'unknown')).toEqual([]);
        expect(done.map((act) => (act.kind === 'text' ? act.text : act.kind))).toEqual([
          ...lines.map((line) => (line.kind === 'text' ? line.text : line.kind)),
          'cut',
        ]);
        for (const line of lines)
          if (line.kind === 'text') expect(columnsOf(line.text) * line.size).toBeLessThanOrEqual(columnsOfPaper[mm]);
      }),
      { numRuns: 100 },
    );
  });

  it('never asks for the printer’s state in the middle of its text', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const bytes = Buffer.from(escPos(layOutReceipt(given, plainLayout, 'ko', 80)));
        expect(bytes.includes(Buffer.from([0x10, 0x04]))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a text for the printer', () => {
  it.each([
    ['등·초본 발급', '등·초본 발급'],
    ['똠방각하 펲시콜라', '똠방각하 펲시콜라'],
    ['가정', '가정'],
    ['Số của bạn Đ', 'So cua ban D'],
    ['café', 'cafe'],
    ['a\u001b@\u0000b\nc', 'a @ b c'],
    ['5,000₩ \\ 10–20', '5,000￦ ＼ 10-20'],
    ['护照', '〓照'],
    ['👨‍👩‍👧 1', '〓 1'],
    ['a\u200bb', 'ab'],
  ])('%j becomes %j', (given, expected) => expect(printable(given)).toBe(expected));

  it('is printed or replaced visibly, and never doubtful once it is printable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = printable(text);
        expect(printable(once)).toBe(once);
        const bytes = [...encodeText(once)];
        for (let i = 0; i < bytes.length; i += 1) {
          const first = bytes[i] ?? 0;
          if (first >= 0x20 && first <= 0x7e) continue;
          expect(first).toBeGreaterThanOrEqual(0x81);
          expect(bytes[(i += 1)]).toBeGreaterThanOrEqual(0x41);
        }
        const shown = /\p{L}|\p{N}|\p{S}/u.test(text.normalize('NFC'));
        if (shown && !/\p{M}|\p{Cf}/u.test(text)) expect(once.trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('falls back as a whole: visitor’s language, English, Korean', () => {
    expect(printableIn({ ko: '여권', en: 'Passport', zh: '护照' }, 'zh')).toBe('Passport');
    expect(printableIn({ ko: '여권', zh: '护照' }, 'zh')).toBe('여권');
    expect(printableIn({ ko: '여권', en: 'Passport', zh: '旅券' }, 'zh')).toBe('旅券');
    expect(printableIn({ ko: '👍' }, 'en')).toBe(missing);
  });

  it('is broken at blanks, and within a word that is wider than the paper', () => {
    expect(wrap('가나다 라마바 사', 12)).toEqual(['가나다', '라마바 사']);
    expect(wrap('가나다라마', 5)).toEqual(['가나', '다라', '마']);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 5, max: 42 }), (text, columns) => {
        const lines = wrap(printable(text), columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(printable(text).replaceAll(' ', ''));
      }),
    );
  });
});
