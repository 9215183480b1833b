import type { CallOutput } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { useCallback, useState } from 'react';
import { Field, WrongMark } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf } from '../routing/place.ts';
import { go, Link } from '../routing/use-place.tsx';
import { applyTexts } from '../texts/apply-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm, type Form, type Wrong } from '../asking/use-form.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { useWork } from '../asking/use-work.ts';
import { applicationWrong, areaOf, fieldOf, requestOf, type ApplicationField } from './application.ts';
import { AreaField } from './area-field.tsx';
import { keepApplication, keptApplication } from './kept.ts';
import { SlugField } from './slug-field.tsx';
import { useSlug, type SlugState } from './use-slug.ts';

type Info = CallOutput<'signupInfo'>;

/** Sign-up: who the institution is, where its residents find it, and whom to write to. */
export function Apply() {
  const t = useTexts(applyTexts);
  const session = useSession();
  const read = useCallback(() => session.client.call('signupInfo'), [session]);
  const { value, fault, reload } = useLoaded<Info>(read);
  if (value === null) return <Loading title={t('title')} fault={fault} onTry={() => void reload()} />;
  if (value.approval === 'off')
    return (
      <Page title={t('title')} testId="signup-off">
        <Notice kind="information">{t('off')}</Notice>
      </Page>
    );
  return (
    <Page
      title={t('title')}
      about={`${t('about')} ${value.trialDays > 0 ? t('trial', { days: value.trialDays }) : ''}`}
      testId="apply"
    >
      <Way manual={value.approval === 'manual'} />
      <ApplicationForm info={value} onTermsChanged={reload} />
    </Page>
  );
}

function Way({ manual }: { manual: boolean }) {
  const t = useTexts(applyTexts);
  return (
    <section className="way" aria-labelledby="way">
      <h2 id="way">{t('way')}</h2>
      <ol className="numbered">
        <li>{t('way_mail')}</li>
        <li>{t('way_password')}</li>
        {manual && <li>{t('way_approval')}</li>}
        <li>{t('way_office')}</li>
        <li>{t('way_ticket')}</li>
      </ol>
      <p>
        {t('have_account')} <Link href={addressOf('login')}>{useTexts(doorTexts)('login')}</Link>
      </p>
    </section>
  );
}

function ApplicationForm({ info, onTermsChanged }: { info: Info; onTermsChanged: () => Promise<void> }) {
  const t = useTexts(applyTexts);
  const door = useTexts(doorTexts);
  const language = useLanguage() === 'ko' ? 'ko' : 'en';
  const session = useSession();
  const work = useWork();
  const form = useForm<ApplicationField>(keptApplication().application, (values) => applicationWrong(values, t, door));
  const slugState = useSlug(form.values.slug);
  const refuse = (error: unknown) => {
    const wrong = refusedEntries(error, t('entry_wrong'));
    if (isProblem(error, 'terms_outdated')) {
      form.set('terms', '');
      void onTermsChanged();
    }
    if (Object.keys(wrong).length > 0) form.refuse(wrong);
    throw error;
  };
  const send = form.submit((values) => {
    if (slugState === 'taken' || slugState === 'reserved') return document.getElementsByName('slug')[0]?.focus();
    work.run(async () => {
      keepApplication(values, null);
      await session.client.call('signup', { body: requestOf(values, info.terms.version, language) }).catch(refuse);
      keepApplication(values, values.email.trim());
      go(addressOf('sent'));
    });
  });
  return (
    <form className="form" onSubmit={send} noValidate>
      <TenantPart {...{ form, slugState }} />
      <ContactPart form={form} />
      <TermsPart form={form} text={info.terms[language]} />
      <Fault fault={work.fault} said={{ validation: t('form_wrong'), terms_outdated: t('terms_new') }} />
      <div className="actions">
        <Submit working={work.working} workingText={t('sending')} data-testid="apply-submit">
          {t('send')}
        </Submit>
      </div>
    </form>
  );
}

/** What the server found wrong, beside the entries that it is about. */
function refusedEntries(error: unknown, sentence: string): Wrong<ApplicationField> {
  if (!isProblem(error, 'validation')) return {};
  const fields = error.issues.map(({ path }) => fieldOf(path)).filter((field) => field !== undefined);
  return Object.fromEntries(fields.map((field) => [field, sentence]));
}

interface PartProps {
  form: Form<ApplicationField>;
}

function TenantPart({ form, slugState }: PartProps & { slugState: SlugState }) {
  const t = useTexts(applyTexts);
  return (
    <section className="block" aria-labelledby="part-tenant">
      <h2 id="part-tenant">{t('part_tenant')}</h2>
      <Field
        label={t('name')}
        hint={t('name_hint')}
        autoComplete="organization"
        maxLength={100}
        {...form.field('name')}
      />
      <AreaField
        area={areaOf(form.values)}
        error={form.wrong.district ?? null}
        onArea={({ province, district, code }) => {
          form.set('province', province);
          form.set('district', district);
          form.set('areaCode', code);
        }}
      />
      <SlugField
        value={form.values.slug}
        error={form.wrong.slug ?? null}
        state={slugState}
        onValue={(slug) => form.set('slug', slug)}
      />
    </section>
  );
}

function ContactPart({ form }: PartProps) {
  const t = useTexts(applyTexts);
  return (
    <section className="block" aria-labelledby="part-contact">
      <h2 id="part-contact">{t('part_contact')}</h2>
      <Field label={t('contact')} autoComplete="name" maxLength={80} {...form.field('contact')} />
      <Field
        type="email"
        label={t('email')}
        hint={t('email_hint')}
        autoComplete="email"
        maxLength={200}
        {...form.field('email')}
      />
      <Field
        type="tel"
        label={t('phone')}
        hint={t('phone_hint')}
        autoComplete="tel"
        maxLength={20}
        optional
        {...form.field('phone')}
      />
    </section>
  );
}

function TermsPart({ form, text }: PartProps & { text: string }) {
  const t = useTexts(applyTexts);
  const [open, setOpen] = useState(false);
  const wrong = form.wrong.terms;
  return (
    <section className="block" aria-labelledby="part-terms">
      <h2 id="part-terms">{t('part_terms')}</h2>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('terms_show')}</summary>
        {/* It scrolls, so keys must reach it. */}
        <div className="terms" tabIndex={0} role="region" aria-label={t('terms_text')}>
          {text}
        </div>
      </details>
      <div>
        <label className="check">
          <input
            type="checkbox"
            name="terms"
            checked={form.values.terms === 'yes'}
            aria-invalid={wrong !== undefined}
            aria-describedby="terms-said"
            onChange={(event) => form.set('terms', event.target.checked ? 'yes' : '')}
          />
          <span>{t('terms_agree')}</span>
        </label>
        <p id="terms-said" className="field__said">
          {wrong !== undefined && (
            <span className="field__error">
              <WrongMark />
              {wrong}
            </span>
          )}
        </p>
      </div>
    </section>
  );
}
