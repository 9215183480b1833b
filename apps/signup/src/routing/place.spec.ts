import { describe, expect, it } from '@jest/globals';
import { addressOf, pages, readPlace } from './place.ts';

const at = (url: string) => readPlace(new URL(url, 'https://sunbeon.example'));

describe('an address of the app', () => {
  it.each([
    ['/signup', 'apply', ''],
    ['/signup/', 'apply', ''],
    ['/signup/login', 'login', ''],
    ['/signup/login/', 'login', ''],
    ['/signup/setup/hours', 'setup', 'hours'],
    ['/signup/nothing', null, ''],
    ['/signup/setup/hours/more', null, 'hours'],
    ['/signup/%E0%A4%A', null, ''],
  ])('%s is page %s, step "%s"', (url, page, step) => {
    expect(at(url)).toMatchObject({ page, step });
  });

  it('keeps the secret of a link apart from what a server sees', () => {
    expect(at('/signup/confirm#abc-_1').token).toBe('abc-_1');
    expect(at('/signup/confirm?token=abc').token).toBe('');
  });

  it.each(pages)('of %s reads as it was written', (page) => {
    expect(at(addressOf(page)).page).toBe(page);
    expect(at(addressOf(page, '', { tenant: 'seongdong' })).query.get('tenant')).toBe('seongdong');
  });
});
