import { expect, it } from '@jest/globals';
import { plainLayout, ReceiptLayout } from '@sunbeon/contract';
import { bitsOf } from './logo-bits.ts';
import { receiptForm, receiptWish } from './receipt-form.ts';

it('gives back what was read, line by line in every language', () => {
  const layout = ReceiptLayout.parse({
    header: [{ ko: '어서 오십시오', en: 'Welcome' }, { ko: '성동구' }],
    order: ['documents', 'ahead', 'wait', 'place'],
    place: false,
    numberSize: 4,
  });
  expect(receiptWish(receiptForm(layout))).toEqual(layout);
  expect(receiptWish(receiptForm(plainLayout))).toEqual(plainLayout);
});

it('drops empty lines, and sends what the contract takes', () => {
  const form = { ...receiptForm(plainLayout), footer: { ko: ' 문의 120 \n\n감사합니다\n', en: 'Call 120' } };
  const wish = receiptWish(form);
  expect(wish.footer).toEqual([{ ko: '문의 120', en: 'Call 120' }, { ko: '감사합니다' }]);
  expect(ReceiptLayout.parse(wish)).toEqual(wish);
});

it('makes black and white of a picture, what shines through it white, eight dots to a byte', () => {
  const dot = (grey: number, alpha = 255) => [grey, grey, grey, alpha];
  const row = [dot(0), dot(255), dot(0, 0), dot(0), dot(255), dot(255), dot(255), dot(0)].flat();
  expect([...bitsOf({ width: 8, height: 2, data: Uint8ClampedArray.from([...row, ...row]) })]).toEqual([0x91, 0x91]);
});
