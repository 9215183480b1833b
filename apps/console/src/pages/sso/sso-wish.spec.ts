import { expect, it } from '@jest/globals';
import { ssoForm, ssoWish } from './sso-wish.ts';

const stored = {
  enabled: true,
  issuer: 'https://login.sd.go.kr',
  clientId: 'sunbeon',
  scopes: ['openid', 'email'],
  emailDomains: ['sd.go.kr'],
  linkByEmail: false,
  autoCreate: { role: 'staff' as const, offices: ['main'] },
  only: true,
  requiredAmr: ['otp'],
  requiredAcr: [],
  secretSet: true,
};

it('sends back what is stored, and no secret that nobody typed', () => {
  const { secretSet: _, ...rest } = stored;
  expect(ssoWish(ssoForm(stored))).toEqual(rest);
});

it('begins with the usual, and takes lists as they are typed', () => {
  const form = {
    ...ssoForm(null),
    issuer: ' https://id.example ',
    clientId: 'a',
    clientSecret: 's',
    emailDomains: 'SD.go.kr,  x.kr',
  };
  expect(ssoWish(form)).toMatchObject({
    issuer: 'https://id.example',
    clientSecret: 's',
    scopes: ['openid', 'email', 'profile'],
    emailDomains: ['sd.go.kr', 'x.kr'],
    linkByEmail: true,
    autoCreate: null,
  });
  expect(ssoWish({ ...form, scopes: null as never }).scopes).toEqual([]);
});
