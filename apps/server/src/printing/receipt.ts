import type { Language, LocalText, ReceiptLayout, ReceiptPart } from '@sunbeon/contract';
import { columnsOfPaper, largestSize, wrap, type PaperMm, type ReceiptLine } from './escpos.ts';
import { missing, printable, printableIn } from './printer-text.ts';
import { receiptText, receiptTexts } from './receipt-texts.ts';

/** What a receipt tells; texts as the tenant wrote them. The reason of a priority is no part of it. */
export interface ReceiptFacts {
  readonly office: LocalText;
  readonly service: LocalText;
  readonly number: string;
  /** People ahead when it was drawn; null on one printed again, when it would be wrong. */
  readonly ahead: number | null;
  readonly wait: { readonly lowMinutes: number; readonly highMinutes: number } | null;
  readonly zone: LocalText | null;
  /** Name of the coloured line on the floor. */
  readonly line: LocalText | null;
  readonly documents: readonly LocalText[];
  /** Address of the ticket page; null where it may not stand on this paper. */
  readonly link: string | null;
  /** Local date and time of the office: "2026-11-24 10:14". */
  readonly issuedAt: string;
  /** Printed again by a person. */
  readonly again: boolean;
  readonly rehearsal: boolean;
  /** Of no visitor: to see what the printer makes of it. */
  readonly test?: boolean;
}

/** The tenant's receipt in the visitor's language. No line is longer than the paper is wide. */
export function layOutReceipt(
  facts: ReceiptFacts,
  layout: ReceiptLayout,
  language: Language,
  paperMm: PaperMm,
): ReceiptLine[] {
  const page = new Page(columnsOfPaper[paperMm], language);
  if (facts.test === true || facts.again) page.centered(words(facts.test === true ? 'test' : 'reprinted', language), 2);
  if (layout.logo) page.logo(layout.logo);
  page.centered(printableIn(facts.office, language), 1, true);
  for (const text of layout.header) page.centered(printableIn(text, language));
  page.feed(1);
  page.centered(serviceName(facts.service, language), layout.serviceSize, true);
  page.centered(words('your_number', language));
  page.number(printable(facts.number), layout.numberSize);
  page.feed(1);
  for (const line of detailLines(facts, layout, language)) page.left(line);
  if (facts.link !== null && layout.qr) page.qr(facts.link, words('follow_on_phone', language));
  for (const text of layout.footer) page.centered(printableIn(text, language));
  const mark = facts.rehearsal ? ` · ${words('rehearsal', language)}` : '';
  page.centered(printable(`${facts.issuedAt}${mark}`));
  return page.lines;
}

function detailLines(facts: ReceiptFacts, layout: ReceiptLayout, language: Language): string[] {
  return layout.order.flatMap((part) => (layout[part] ? linesOf[part](facts, language) : []));
}

const linesOf: Readonly<Record<ReceiptPart, (facts: ReceiptFacts, language: Language) => string[]>> = {
  ahead({ ahead }, language) {
    return ahead === null ? [] : [`${words('people_ahead', language)}: ${words('people', language, { n: ahead })}`];
  },
  wait({ wait }, language) {
    if (!wait) return [];
    const minutes = words('minutes', language, { low: wait.lowMinutes, high: wait.highMinutes });
    return [`${words('wait', language)}: ${minutes}`];
  },
  place({ zone, line }, language) {
    const to = zone ? [`${words('where', language)}: ${printableIn(zone, language)}`] : [];
    return line ? [...to, words('follow', language, { color: printableIn(line, language) })] : to;
  },
  documents({ documents }, language) {
    if (documents.length === 0) return [];
    return [words('bring', language), ...documents.map((one) => `□ ${printableIn(one, language)}`)];
  },
};

/** In the visitor's language, and in Korean for those who work there. */
function serviceName(service: LocalText, language: Language): string {
  const [theirs, ours] = [printableIn(service, language), printable(service.ko)];
  return theirs === ours || ours.includes(missing) ? theirs : `${theirs} (${ours})`;
}

function words(
  name: keyof typeof receiptTexts,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return printable(receiptText(name, language, values));
}

/** Breaks texts to the width of the paper. */
class Page {
  readonly lines: ReceiptLine[] = [];

  constructor(
    private readonly columns: number,
    readonly language: Language,
  ) {}

  centered(text: string, size = 1, bold = size > 1): void {
    for (const line of wrap(text, Math.floor(this.columns / size)))
      this.lines.push({ kind: 'text', text: line, size, align: 'center', bold });
  }

  left(text: string): void {
    for (const line of wrap(text, this.columns))
      this.lines.push({ kind: 'text', text: line, size: 1, align: 'left', bold: false });
  }

  /** As large as is wished and the paper is wide: it must be read at arm's length. */
  number(text: string, most: number): void {
    const size = largestSize(text, this.columns, most);
    this.lines.push({ kind: 'text', text, size, align: 'center', bold: true });
  }

  logo({ width, height, base64 }: NonNullable<ReceiptLayout['logo']>): void {
    this.lines.push({ kind: 'picture', width, height, bits: Buffer.from(base64, 'base64') });
    this.feed(1);
  }

  feed(lines: number): void {
    this.lines.push({ kind: 'feed', lines });
  }

  qr(link: string, label: string): void {
    this.feed(1);
    this.lines.push({ kind: 'qr', text: link });
    this.centered(label);
  }
}
