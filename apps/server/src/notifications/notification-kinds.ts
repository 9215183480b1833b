import {
  languages,
  notificationKinds,
  textIn,
  type LocalText,
  type NotificationKind,
  type NotificationText,
  type NotificationWords,
} from '@sunbeon/contract';
import { LONG_MESSAGE_BYTES, type NotificationTextRules } from '@sunbeon/domain';
import { letterKinds, letterPlaceholders, letterWords, type LetterKind } from './letter-words.ts';
import { noticeKinds, noticePlaceholders, noticeWords, type NoticeKind } from './notice-words.ts';

type Field = NotificationText['fields'][number];
/** What is the same for all institutions. */
export type NotificationFacts = Pick<NotificationText, 'audience' | 'sent' | 'fields' | 'placeholders' | 'defaults'>;

/** Letters of a subject and of a body; signs of a messenger's notice (알림톡). */
const MOST = { subject: 120, body: 2_000, alimtalk: 1_000 } as const;

const isLetter = (kind: NotificationKind): kind is LetterKind => Object.hasOwn(letterKinds, kind);

const facts: ReadonlyMap<NotificationKind, NotificationFacts> = new Map(
  notificationKinds.map((kind) => [kind, isLetter(kind) ? letterFacts(kind) : noticeFacts(kind)]),
);

/** What a kind may say, to whom, and what it says unless an institution has words of its own. */
export function factsOf(kind: NotificationKind): NotificationFacts {
  const found = facts.get(kind);
  if (!found) throw new Error(`there is no notification ${kind}`);
  return found;
}

/** Korean above, English below, under one Korean subject. What opens an account must stand in the part that comes first. */
function letterFacts(kind: LetterKind): NotificationFacts {
  const names: readonly (keyof typeof letterPlaceholders)[] = letterKinds[kind];
  const { subject, ko, en } = letterWords[kind];
  const field = (language: 'ko' | 'en', part: 'subject' | 'body', required: string[] = []): Field => {
    return { language, part, most: MOST[part], unit: 'characters', oneLine: part === 'subject', required };
  };
  return {
    audience: 'staff',
    sent: true,
    fields: [field('ko', 'subject'), field('ko', 'body', names.includes('link') ? ['link'] : []), field('en', 'body')],
    placeholders: names.map((name) => ({ name, example: letterPlaceholders[name] })),
    defaults: { ko: { subject, body: ko }, en: { body: en } },
  };
}

/** In five languages, each by itself: whoever reads one reads no other. */
function noticeFacts(kind: NoticeKind): NotificationFacts {
  const { names, required } = noticeKinds[kind];
  const common = { oneLine: false, required: [...required] };
  return {
    audience: 'residents',
    sent: false,
    fields: languages.flatMap((language): Field[] => [
      { language, part: 'sms', most: LONG_MESSAGE_BYTES, unit: 'bytes', ...common },
      { language, part: 'alimtalk', most: MOST.alimtalk, unit: 'characters', ...common },
    ]),
    placeholders: names.map((name) => ({ name, example: noticePlaceholders[name] })),
    defaults: noticeWords(kind),
  };
}

/** What a field is held to, in the words of the domain. */
export function rulesOf(
  { placeholders }: Pick<NotificationFacts, 'placeholders'>,
  field: Field,
): NotificationTextRules {
  const { most, unit, oneLine, required, language } = field;
  const examples = placeholders.map(({ name, example }): [string, string] => [
    name,
    textIn(example as LocalText, language),
  ]);
  return { most, unit, oneLine, required, examples: Object.fromEntries(examples) };
}

/** What is said: the institution's own words, else ours. */
export function wordsOf(
  facts: Pick<NotificationFacts, 'defaults'>,
  own: NotificationWords,
  field: Pick<Field, 'language' | 'part'>,
): string {
  const { language, part } = field;
  return own[language]?.[part] ?? facts.defaults[language]?.[part] ?? '';
}
