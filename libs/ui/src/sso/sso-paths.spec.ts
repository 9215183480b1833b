import { describe, expect, it } from '@jest/globals';
import { safeNext, ssoAskPath, ssoPath } from './sso-paths.ts';

describe('the page to go to afterwards', () => {
  it.each(['/counter/', '/console/#/offices', '/counter/?office=main&counter=5', '/signup/setup'])(
    'may be %s',
    (next) => expect(safeNext(next)).toBe(next),
  );
  it.each([
    null,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    'counter',
    '/@evil.example:80',
  ])('is never %j', (next) => expect(safeNext(next)).toBeNull());
});

describe('the way to a log-in by an identity provider', () => {
  it('leads to the tenant’s own, and from there to where somebody was', () => {
    expect(ssoPath('seongdong', '/counter/?office=main&counter=5')).toBe(
      '/api/auth/sso/seongdong?next=%2Fcounter%2F%3Foffice%3Dmain%26counter%3D5',
    );
    expect(ssoPath('a/../b', '//evil.example')).toBe('/api/auth/sso/a%2F..%2Fb?next=%2Fcounter%2F');
  });

  it('asks which tenant’s where that is not known', () => {
    expect(ssoAskPath('/console/devices')).toBe('/signup/login?by=sso&next=%2Fconsole%2Fdevices');
    expect(ssoAskPath('https://evil.example')).toBe('/signup/login?by=sso&next=%2Fcounter%2F');
  });
});
