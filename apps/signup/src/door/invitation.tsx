import type { CallOutput } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { useCallback } from 'react';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { useWork } from '../asking/use-work.ts';
import { goHome } from './home.ts';
import { LinkDead } from './link-dead.tsx';
import { passwordRefusal } from './new-password.ts';
import { passwordWrong } from './validate.ts';

type Shown = CallOutput<'invitationOpen'>;

/** An invitation by the link of a letter: name and password make the account. */
export function Invitation({ token }: { token: string }) {
  const t = useTexts(doorTexts);
  const session = useSession();
  const read = useCallback(
    async () => (token === '' ? null : session.client.call('invitationOpen', { body: { token } })),
    [session, token],
  );
  const { value, fault, reload } = useLoaded<Shown | null>(read);
  if (token === '' || isProblem(fault, 'link_invalid', 'validation')) return <Dead missing={token === ''} />;
  if (value === null) return <Loading title={t('accept')} fault={fault} onTry={() => void reload()} />;
  return <Accept token={token} shown={value} />;
}

function Dead({ missing }: { missing: boolean }) {
  const t = useTexts(doorTexts);
  return (
    <LinkDead why={t(missing ? 'link_missing' : 'invitation_dead')} testId="invitation-dead">
      <p>
        {t('invitation_used')} <Link href={addressOf('login')}>{t('to_login')}</Link>
      </p>
    </LinkDead>
  );
}

function Accept({ token, shown }: { token: string; shown: Shown }) {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const form = useForm({ name: shown.name, password: '' }, ({ name, password }) => ({
    name: name.trim() === '' ? t('name_missing') : undefined,
    password: passwordWrong(password, t),
  }));
  const accept = form.submit(({ name, password }) =>
    work.run(async () => {
      try {
        const answer = await session.client.call('invitationAccept', { body: { token, name: name.trim(), password } });
        session.take(answer);
        goHome(answer.me, null);
      } catch (error) {
        const refusal = passwordRefusal(error, language);
        if (refusal === undefined) throw error;
        form.refuse({ password: refusal });
      }
    }),
  );
  if (isProblem(work.fault, 'link_invalid')) return <Dead missing={false} />;
  const tenant = shown.tenant.name;
  return (
    <Page title={t('invitation_title', { tenant })} about={t('invitation_about', { tenant })} testId="invitation">
      <dl className="facts">
        <dt>{t('email')}</dt>
        <dd>{shown.email}</dd>
        <dt>{t('role')}</dt>
        <dd>{shown.roles.map((role) => t(`role_${role}`)).join(', ')}</dd>
      </dl>
      <form className="form" onSubmit={accept} noValidate>
        {/* Password managers keep the account under this. */}
        <input type="hidden" name="username" autoComplete="username" value={shown.email} readOnly />
        <Field label={t('name')} autoComplete="name" maxLength={80} {...form.field('name')} />
        <PasswordField kind="new" label={t('new_password')} hint={t('password_rule')} {...form.field('password')} />
        {shown.secondFactorRequired && <Notice kind="information">{t('then_second')}</Notice>}
        <Fault fault={work.fault} />
        <div className="actions">
          <Submit working={work.working} workingText={t('accept_working')} data-testid="accept-submit">
            {t('accept')}
          </Submit>
        </div>
      </form>
    </Page>
  );
}
