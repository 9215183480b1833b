import { describe, expect, it } from '@jest/globals';
import { SignupRequest } from '@sunbeon/contract';
import { translator } from '@sunbeon/ui';
import { applyTexts } from '../texts/apply-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { applicationWrong, emptyApplication, fieldOf, requestOf, type Application } from './application.ts';
import { otherDistrict } from './area.ts';

const good: Application = {
  name: ' 성동구청 ',
  province: '11',
  district: '11200',
  areaCode: '',
  slug: 'seongdong',
  contact: '홍길동',
  email: ' hong@sd.go.kr ',
  phone: '02-2286-5114',
  terms: 'yes',
};
const t = translator(applyTexts, 'ko');
const door = translator(doorTexts, 'ko');
const wrongIn = (application: Application) =>
  Object.entries(applicationWrong(application, t, door))
    .filter(([, sentence]) => sentence !== undefined)
    .map(([field]) => field);

describe('an application', () => {
  it('that is right here is right by the contract', () => {
    expect(wrongIn(good)).toEqual([]);
    expect(SignupRequest.parse(requestOf(good, '2026-11', 'ko'))).toMatchObject({
      name: '성동구청',
      areaCode: '1120000000',
      contact: { name: '홍길동', email: 'hong@sd.go.kr', phone: '02-2286-5114' },
    });
    expect(requestOf({ ...good, phone: ' ' }, '1', 'ko').contact).not.toHaveProperty('phone');
  });

  it('names everything that is missing', () => {
    expect(wrongIn(emptyApplication)).toEqual(['name', 'district', 'slug', 'contact', 'email', 'terms']);
  });

  it.each<[string, Partial<Application>]>([
    ['name', { name: '   ' }],
    ['district', { district: '' }],
    ['district', { district: otherDistrict, areaCode: '112000000' }],
    ['district', { district: otherDistrict, areaCode: '9920000000' }],
    ['district', { district: otherDistrict, areaCode: '1120010100' }],
    ['district', { district: otherDistrict, areaCode: '1100000000' }],
    ['slug', { slug: '1seongdong' }],
    ['slug', { slug: 's' }],
    ['email', { email: 'hong@sd' }],
    ['email', { email: 'hong sd@korea.kr' }],
    ['phone', { phone: '없음' }],
  ])('that is wrong in its %s is wrong by the contract as well: %j', (field, change) => {
    expect(wrongIn({ ...good, ...change })).toEqual([field]);
    expect(SignupRequest.safeParse(requestOf({ ...good, ...change }, '1', 'ko')).success).toBe(false);
  });

  it('is not sent before the terms are agreed to', () => {
    expect(wrongIn({ ...good, terms: '' })).toEqual(['terms']);
  });

  it('takes a district that the catalogue lacks by its code', () => {
    expect(wrongIn({ ...good, district: otherDistrict, areaCode: '4199900000' })).toEqual([]);
  });

  it.each([
    ['contact.email', 'email'],
    ['contact.name', 'contact'],
    ['name', 'name'],
    ['areaCode', 'district'],
    ['nothing', undefined],
  ])('shows what the server finds at %s beside %s', (path, field) => expect(fieldOf(path)).toBe(field));
});
