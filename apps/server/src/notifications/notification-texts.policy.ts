import type { NotificationKind, NotificationPart, NotificationWords } from '@sunbeon/contract';
import { notificationTextFaultsOf } from '@sunbeon/domain';
import type { ProblemIssue } from '../platform/http/problem.ts';
import { factsOf, rulesOf } from './notification-kinds.ts';

interface Written {
  readonly language: string;
  readonly part: string;
  readonly text: string;
}

const written = (words: NotificationWords): Written[] =>
  Object.entries(words).flatMap(([language, parts]) =>
    Object.entries(parts).map(([part, text]) => ({ language, part, text })),
  );

/** Why words cannot be sent, by their places in the body; empty = they can. */
export function faultsOf(kind: NotificationKind, words: NotificationWords): ProblemIssue[] {
  const facts = factsOf(kind);
  return written(words).flatMap(({ language, part, text }) => {
    const path = `body.texts.${language}.${part}`;
    const field = facts.fields.find((one) => one.language === language && one.part === part);
    if (!field) return [{ path, message: 'not_of_this_kind' }];
    const faults = notificationTextFaultsOf(text, rulesOf(facts, field));
    return faults.map(({ code, value }) => ({ path, message: value === '' ? code : `${code}: ${value}` }));
  });
}

/** What differs from our own words: the rest follows them when they are made better. */
export function ownWords(kind: NotificationKind, words: NotificationWords): NotificationWords {
  const { defaults } = factsOf(kind);
  const own: Record<string, Record<string, string>> = {};
  for (const { language, part, text } of written(words)) {
    const ours = defaults[language as keyof NotificationWords]?.[part as NotificationPart];
    if (text !== ours) own[language] = { ...own[language], [part]: text };
  }
  return own;
}
