import { describe, expect, it } from '@jest/globals';
import { decide, trustedEmail, type SsoClaims } from './sso.policy.ts';

const rules = { requiredAmr: [], requiredAcr: [], emailDomains: ['gu.go.kr'], linkByEmail: true, autoRole: null };
const claims: SsoClaims = {
  subject: 's1',
  email: 'kim@gu.go.kr',
  emailVerified: true,
  name: '김순번',
  amr: ['pwd'],
  acr: '1',
};
const kim = { staffId: 'kim', email: 'kim@gu.go.kr', active: true };
const left = { ...kim, active: false };
const noAccount = { kind: 'refuse', code: 'sso_no_account' };
const refused = { kind: 'refuse', code: 'sso_refused' };

describe('who somebody is', () => {
  it('is whoever came before, whatever the e-mail says now', () => {
    expect(decide(rules, { ...claims, email: undefined }, kim, undefined)).toEqual({ kind: 'enter', staffId: 'kim' });
    expect(decide(rules, claims, left, kim)).toEqual(noAccount);
  });

  it.each<[string, Partial<SsoClaims>]>([
    ['no e-mail', { email: undefined }],
    ['not verified', { emailVerified: false }],
    ['another domain', { email: 'kim@evil.example' }],
    ['a domain that ends alike', { email: 'kim@evil-gu.go.kr' }],
    ['a domain below', { email: 'kim@x.gu.go.kr' }],
    ['a domain in the name', { email: 'kim@gu.go.kr@evil.example' }],
  ])('is nobody with %s', (_, change) => {
    expect(decide(rules, { ...claims, ...change }, undefined, kim)).toEqual(noAccount);
    expect(trustedEmail(rules, { ...claims, ...change })).toBeUndefined();
  });

  it('is found by e-mail where the tenant wants it', () => {
    expect(decide(rules, claims, undefined, kim)).toEqual({ kind: 'link', staffId: 'kim' });
    expect(decide({ ...rules, linkByEmail: false }, claims, undefined, kim)).toEqual(noAccount);
    expect(decide({ ...rules, autoRole: 'viewer' }, claims, undefined, left)).toEqual(noAccount);
  });

  it('is made where the tenant wants it', () => {
    expect(decide(rules, claims, undefined, undefined)).toEqual(noAccount);
    const open = { ...rules, autoRole: 'viewer' as const };
    expect(decide(open, claims, undefined, undefined)).toEqual({
      kind: 'create',
      email: 'kim@gu.go.kr',
      name: '김순번',
    });
    expect(decide(open, { ...claims, name: ' \0' }, undefined, undefined)).toMatchObject({ name: 'kim' });
  });

  it('is asked for a second factor of the provider where the tenant wants it', () => {
    const strict = { ...rules, requiredAmr: ['otp', 'hwk'] };
    expect(decide(strict, claims, kim, undefined)).toEqual(refused);
    expect(decide(strict, { ...claims, amr: ['pwd', 'hwk'] }, kim, undefined)).toMatchObject({ kind: 'enter' });
    const level = { ...rules, requiredAcr: ['2'] };
    expect(decide(level, claims, kim, undefined)).toEqual(refused);
    expect(decide(level, { ...claims, acr: undefined }, kim, undefined)).toEqual(refused);
    expect(decide(level, { ...claims, acr: '2' }, kim, undefined)).toMatchObject({ kind: 'enter' });
  });
});
