import { describe, expect, it } from '@jest/globals';
import type { Texts } from '@sunbeon/ui';
import englishMessages from 'ra-language-english';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { i18nProvider, messages } from './i18n-provider.ts';

const root = join(import.meta.dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-texts.ts'));

/** Every text of the console: `file: key` with its entry. */
async function allTexts(): Promise<[string, Texts[string]][]> {
  const modules = await Promise.all(files.map(async (file) => [file, await import(join(root, file))] as const));
  return modules.flatMap(([file, module]) =>
    Object.entries(module as Record<string, unknown>)
      .filter(([name]) => name.endsWith('Texts'))
      .flatMap(([, table]) =>
        Object.entries(table as Texts).map(([key, entry]) => [`${file}: ${key}`, entry] as [string, Texts[string]]),
      ),
  );
}

/** Names in braces: `{n}` of ours, `%{n}` of react-admin. */
const names = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
const hangul = /[가-힣]/;

/** Words that are the same in Korean. */
const international = /^(?:[\d\s{}/·:–+−.()A-Z]*|\/|\{name\}(?:: \{kind\})?|\{status\} · \{plan\})$/;

describe('the texts of the console', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(10));

  it('say the same in both languages, and leave none out', async () => {
    const wrong = (await allTexts()).filter(([, { ko, en }]) => {
      const missing = ko.trim() === '' || en.trim() === '' || names(ko).join() !== names(en).join();
      return missing || hangul.test(en) || (!hangul.test(ko) && !international.test(ko));
    });
    // The switch of the language names the other one in its own words.
    expect(wrong.map(([key]) => key)).toEqual(['session/session-texts.ts: language']);
  });
});

type Tree = { readonly [key: string]: string | Tree };
function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

describe('the messages of react-admin in Korean', () => {
  const english = leaves({ ra: englishMessages.ra } as unknown as Tree);
  const korean = new Map(leaves({ ra: messages.ko.ra } as unknown as Tree));

  it('are all there, in Hangul, and no others', () => {
    expect([...korean.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    const blank = [...korean].filter(
      ([key, text]) => !hangul.test(text) && key !== 'ra.boolean.null' && !text.startsWith('%{'),
    );
    expect(blank).toEqual([]);
  });

  it('use no name that the English one has not', () => {
    const wrong = english.filter(([key, text]) =>
      names(korean.get(key) ?? '').some((name) => !names(text).includes(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('are spoken by the provider, which changes over', async () => {
    expect(i18nProvider.translate('ra.action.save')).toBe('저장');
    expect(i18nProvider.translate('problems.slug_taken')).toBe('이미 쓰고 있는 주소입니다.');
    await i18nProvider.changeLocale('en');
    expect(i18nProvider.translate('resources.devices.name')).toBe('Devices');
    expect(i18nProvider.translate('ra.notification.updated', { smart_count: 2 })).toBe('2 elements updated');
    await i18nProvider.changeLocale('ko');
  });
});
