import type { LocalText, ReceiptLayout, ReceiptPart } from '@sunbeon/contract';

export const receiptLanguages = ['ko', 'en', 'zh', 'ja', 'vi'] as const;
type Lines = Partial<Record<(typeof receiptLanguages)[number], string>>;

/** What a receipt tells, in the order of the form. */
export interface PartChoice {
  readonly id: ReceiptPart;
  readonly on: boolean;
}

/** The form: texts of several lines per language, instead of several languages per line. */
export interface ReceiptForm {
  readonly header: Lines;
  readonly footer: Lines;
  readonly parts: readonly PartChoice[];
  readonly qr: boolean;
  readonly serviceSize: number;
  readonly numberSize: number;
  readonly logo: ReceiptLayout['logo'];
}

/** Most lines that a tenant may write above, and below. */
export const mostLines = 4;

export function receiptForm(layout: ReceiptLayout): ReceiptForm {
  const { header, footer, order, qr, serviceSize, numberSize, logo } = layout;
  const parts = order.map((id) => ({ id, on: layout[id] }));
  return { header: linesOf(header), footer: linesOf(footer), parts, qr, serviceSize, numberSize, logo };
}

export function receiptWish({ parts, header, footer, qr, serviceSize, numberSize, logo }: ReceiptForm): ReceiptLayout {
  const shown = (part: ReceiptPart) => parts.some(({ id, on }) => id === part && on);
  return {
    ...{ logo, header: textsOf(header), footer: textsOf(footer), qr },
    ...{ ahead: shown('ahead'), wait: shown('wait'), place: shown('place'), documents: shown('documents') },
    order: parts.map(({ id }) => id),
    ...{ serviceSize: Number(serviceSize), numberSize: Number(numberSize) },
  };
}

export const linesIn = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const linesOf = (texts: readonly LocalText[]): Lines =>
  Object.fromEntries(receiptLanguages.map((one) => [one, texts.map((text) => text[one] ?? '').join('\n')]));

/** Each line of the Korean text with the line beside it in the other languages. */
function textsOf(lines: Lines): LocalText[] {
  return linesIn(lines.ko).map((ko, at) => {
    const others = receiptLanguages.slice(1).map((one) => [one, linesIn(lines[one])[at]] as const);
    return { ko, ...Object.fromEntries(others.filter(([, text]) => text !== undefined)) };
  });
}
