import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html, Html, styleElement } from './html.ts';

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('html', () => {
  it('lets no text become markup, and loses none of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, attribute = '', content = ''] = /^<p title="(.*)">(.*)<\/p>$/s.exec(
          html`<p title="${text}">${text}</p>`.toString(),
        )!;
        expect(attribute).not.toMatch(/["'<>]/);
        expect(content).not.toMatch(/[<>]/);
        expect(unescape(attribute)).toBe(text);
        expect(unescape(content)).toBe(text);
      }),
    );
  });

  it('keeps what it made itself, joins lists, and leaves nothing for null, undefined and false', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`${inner}${[inner, 'x>']}${null}${undefined}${false}${0}`.toString()).toBe(
      '<b>&lt;</b><b>&lt;</b>x&gt;0',
    );
  });

  it('cannot be made from text by anybody else', () => {
    expect(() => new Html('<script>', Symbol('html'))).toThrow(TypeError);
  });

  it('refuses a style sheet that could end its element', () => {
    expect(() => styleElement('a{}</style><script>')).toThrow('</');
  });
});
