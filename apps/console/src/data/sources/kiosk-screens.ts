import type { CallInput } from '@sunbeon/client';
import type { KioskScreenRow as KioskScreenFacts, LocalText } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';
import { filledText } from '../wishes.ts';

export type KioskScreenRow = KioskScreenFacts;
type Wish = CallInput<'kioskScreenUpdate'>['body'];

/** What kiosks show first: one for each office of the person. */
export const kioskScreensSource: MakeSource = (client) => ({
  ...wholeList((options) => client.call('kioskScreenList', options)),
  update: ({ id, data }) =>
    client.call('kioskScreenUpdate', { params: { id: String(id) }, body: wishOf(data as KioskScreenRow) }),
});

function wishOf({ version, first, greeting, closedText, languages, promotionAfterSeconds }: KioskScreenRow): Wish {
  const text = (given: LocalText | null) => filledText(given ?? undefined) ?? null;
  return {
    ...{ version, first: first ?? [], greeting: text(greeting), closedText: text(closedText) },
    languages: languages ?? [],
    promotionAfterSeconds: promotionAfterSeconds ? Number(promotionAfterSeconds) : null,
  };
}
