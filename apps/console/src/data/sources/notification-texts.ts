import type { CallInput } from '@sunbeon/client';
import type { NotificationText, NotificationWords } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

/** A letter or notice; `texts` are what is said: own words, else ours. The server stores what differs from ours. */
export type NotificationTextRow = NotificationText & { readonly state: 'own' | 'ours' };
type Kind = NotificationText['id'];

/** Texts of letters and notices: one row for each kind. */
export const notificationTextsSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('notificationTextList', options)).map(asSaid)),
  update: async ({ id, data }) => {
    const { version, texts } = data as NotificationTextRow;
    const body: CallInput<'notificationTextUpdate'>['body'] = { version, texts: filledWords(texts) };
    return asSaid(await client.call('notificationTextUpdate', { params: { id: id as Kind }, body }));
  },
});

function asSaid(row: NotificationText): NotificationTextRow {
  const languages = Object.entries(row.defaults) as [keyof NotificationWords, NotificationWords['ko']][];
  const said = languages.map(([language, ours]) => [language, { ...ours, ...row.texts[language] }]);
  return {
    ...row,
    texts: Object.fromEntries(said) as NotificationWords,
    state: Object.keys(row.texts).length > 0 ? 'own' : 'ours',
  };
}

/** Without texts that were emptied: those are said in our words. */
function filledWords(texts: NotificationWords): NotificationWords {
  const kept = Object.entries(texts).flatMap(([language, parts]) => {
    const said = Object.entries(parts).filter(([, text]) => typeof text === 'string' && text.trim() !== '');
    return said.length === 0 ? [] : [[language, Object.fromEntries(said)]];
  });
  return Object.fromEntries(kept) as NotificationWords;
}
