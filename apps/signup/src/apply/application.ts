import type { Translate } from '@sunbeon/ui';
import { emailWrong } from '../door/validate.ts';
import type { applyTexts } from '../texts/apply-texts.ts';
import type { doorTexts } from '../texts/door-texts.ts';
import type { Wrong } from '../asking/use-form.ts';
import { codeOf, isDistrictCode, type Area } from './area.ts';
import { slugForm } from './slug.ts';

/** Entries of the sign-up form. */
export const applicationFields = [
  'name',
  'province',
  'district',
  'areaCode',
  'slug',
  'contact',
  'email',
  'phone',
  'terms',
] as const;
export type ApplicationField = (typeof applicationFields)[number];
export type Application = Readonly<Record<ApplicationField, string>>;

export const emptyApplication: Application = {
  name: '',
  province: '',
  district: '',
  areaCode: '',
  slug: '',
  contact: '',
  email: '',
  phone: '',
  terms: '',
};

export const areaOf = ({ province, district, areaCode }: Application): Area => ({
  province,
  district,
  code: areaCode,
});

/** What is wrong with an application, in the order of the form. The rules are the contract's. */
export function applicationWrong(
  application: Application,
  t: Translate<typeof applyTexts>,
  door: Translate<typeof doorTexts>,
): Wrong<ApplicationField> {
  const { name, district, slug, contact, email, phone, terms } = application;
  const area = isDistrictCode(codeOf(areaOf(application))) ? undefined : t('area_code_wrong');
  return {
    name: name.trim() === '' ? t('name_missing') : undefined,
    district: district === '' ? t('area_missing') : area,
    slug: slug === '' ? t('slug_missing') : slugForm.test(slug) ? undefined : t('slug_wrong'),
    contact: contact.trim() === '' ? t('contact_missing') : undefined,
    email: emailWrong(email, door),
    phone: phone.trim() === '' || /^\+?[0-9][0-9 -]{7,18}$/.test(phone.trim()) ? undefined : t('phone_wrong'),
    terms: terms === 'yes' ? undefined : t('terms_missing'),
  };
}

/** Body of `POST /api/signup`. */
export function requestOf(application: Application, termsVersion: string, language: 'ko' | 'en') {
  const { name, slug, contact, email, phone } = application;
  return {
    name: name.trim(),
    slug,
    areaCode: codeOf(areaOf(application)),
    contact: { name: contact.trim(), email: email.trim(), ...(phone.trim() !== '' && { phone: phone.trim() }) },
    terms: termsVersion,
    language,
  };
}

/** Entry of the form that the server's finding is about: `contact.email` -> email. */
export function fieldOf(path: string): ApplicationField | undefined {
  const inside = path.replace(/^body\./, '');
  if (inside === 'contact.name') return 'contact';
  const last = inside.split('.').at(-1);
  return last === 'areaCode' ? 'district' : applicationFields.find((field) => field === last);
}
