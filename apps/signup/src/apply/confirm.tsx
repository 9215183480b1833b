import type { CallOutput } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { useCallback, useState } from 'react';
import { goHome } from '../door/home.ts';
import { LinkDead } from '../door/link-dead.tsx';
import { passwordRefusal } from '../door/new-password.ts';
import { passwordWrong } from '../door/validate.ts';
import { Loading } from '../parts/loading.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { applyTexts } from '../texts/apply-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { useWork } from '../asking/use-work.ts';
import { SlugField } from './slug-field.tsx';
import { slugForm } from './slug.ts';
import { useSlug } from './use-slug.ts';

type Shown = CallOutput<'signupLink'>;

/** The link of the letter: the e-mail is right, a password makes the account and the institution. */
export function Confirm({ token }: { token: string }) {
  const t = useTexts(applyTexts);
  const session = useSession();
  const read = useCallback(
    async () => (token === '' ? null : session.client.call('signupLink', { body: { token } })),
    [session, token],
  );
  const { value, fault, reload } = useLoaded<Shown | null>(read);
  if (token === '' || isProblem(fault, 'link_invalid', 'validation')) return <Dead missing={token === ''} />;
  if (value === null) return <Loading title={t('confirm_title')} fault={fault} onTry={() => void reload()} />;
  return <Choose token={token} shown={value} onSlugGone={reload} />;
}

function Dead({ missing }: { missing: boolean }) {
  const t = useTexts(applyTexts);
  const door = useTexts(doorTexts);
  return (
    <LinkDead why={missing ? door('link_missing') : t('confirm_dead')} testId="confirm-dead">
      <dl className="facts">
        <dt>{t('confirm_dead_used')}</dt>
        <dd>
          <Link href={addressOf('login')}>{door('to_login')}</Link>
        </dd>
        <dt>{t('confirm_dead_old')}</dt>
        <dd>
          <Link href={addressOf('apply')}>{t('apply_again')}</Link>
        </dd>
      </dl>
    </LinkDead>
  );
}

interface ChooseProps {
  token: string;
  shown: Shown;
  onSlugGone: () => Promise<void>;
}

function Choose({ token, shown, onSlugGone }: ChooseProps) {
  const t = useTexts(applyTexts);
  const door = useTexts(doorTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const [made, setMade] = useState(false);
  const needsSlug = !shown.slugAvailable;
  const form = useForm({ password: '', slug: '' }, ({ password, slug }) => ({
    password: passwordWrong(password, door),
    slug: !needsSlug || slugForm.test(slug) ? undefined : t(slug === '' ? 'slug_missing' : 'slug_wrong'),
  }));
  const slugState = useSlug(form.values.slug);
  const refuse = (error: unknown): never => {
    const refusal = passwordRefusal(error, language);
    if (refusal !== undefined) form.refuse({ password: refusal });
    if (isProblem(error, 'slug_taken')) void onSlugGone();
    throw error;
  };
  const save = form.submit(({ password, slug }) =>
    work.run(async () => {
      const body = { token, password, ...(needsSlug && { slug }) };
      await session.client.call('signupConfirm', { body }).catch(refuse);
      setMade(true);
      await session.logIn(shown.email, password);
      const state = session.state();
      if (state.phase === 'in') goHome(state.answer.me, null);
    }),
  );
  if (isProblem(work.fault, 'link_invalid')) return <Dead missing={false} />;
  if (made && work.fault !== null) return <Made />;
  const ownSentence = passwordRefusal(work.fault, language) !== undefined;
  return (
    <Page title={t('confirm_title')} about={t('confirm_about', { name: shown.name })} testId="confirm">
      <dl className="facts">
        <dt>{t('confirm_tenant')}</dt>
        <dd>{shown.name}</dd>
        {!needsSlug && (
          <>
            <dt>{t('confirm_address')}</dt>
            <dd>{`${location.host}/${shown.slug}`}</dd>
          </>
        )}
        <dt>{t('confirm_account')}</dt>
        <dd>{shown.email}</dd>
      </dl>
      <form className="form" onSubmit={save} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={shown.email} readOnly />
        {needsSlug && (
          <div className="stack">
            <Notice kind="warning">{t('confirm_slug_gone', { slug: shown.slug })}</Notice>
            <SlugField
              value={form.values.slug}
              error={form.wrong.slug ?? null}
              state={slugState}
              onValue={(slug) => form.set('slug', slug)}
            />
          </div>
        )}
        <PasswordField kind="new" label={door('password')} hint={door('password_rule')} {...form.field('password')} />
        <Notice kind="information">{door('then_second')}</Notice>
        <Fault fault={ownSentence ? null : work.fault} />
        <div className="actions">
          <Submit working={work.working} workingText={t('confirm_working')} data-testid="confirm-submit">
            {t('confirm_send')}
          </Submit>
        </div>
      </form>
    </Page>
  );
}

/** The account was made, but the log-in after it did not come through. */
function Made() {
  const t = useTexts(applyTexts);
  const door = useTexts(doorTexts);
  return (
    <Page title={t('confirm_title')} testId="confirm-made">
      <Notice kind="success">{t('made_log_in')}</Notice>
      <div className="actions">
        <Link className="sb-button sb-button--primary" href={addressOf('login')}>
          {door('login')}
        </Link>
      </div>
    </Page>
  );
}
