import type { OutReason } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Fault, Notice } from '../parts/notice.tsx';
import { Field } from '../parts/field.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf, type Place } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { SecondStep } from './second-step.tsx';
import { ssoFault } from './sso-fault.ts';
import { Sso, ssoAddress } from './sso.tsx';

interface LogInProps {
  place: Place;
  reason: OutReason;
}

/** Log-in: e-mail and password, then the code of the app where there is one; or the institution's own log-in. */
export function LogIn({ place, reason }: LogInProps) {
  const [challenge, setChallenge] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const begin = (next: string) => {
    setOver(false);
    setChallenge(next);
  };
  const end = (timeIsOver: boolean) => {
    setOver(timeIsOver);
    setChallenge(null);
  };
  return challenge === null ? (
    <FirstStep {...{ place, reason, over }} onChallenge={begin} />
  ) : (
    <SecondStep challenge={challenge} onAgain={end} />
  );
}

interface FirstStepProps extends LogInProps {
  over: boolean;
  onChallenge: (challenge: string) => void;
}

function FirstStep({ place, reason, over, onChallenge }: FirstStepProps) {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const form = useForm({ email: '', password: '' }, ({ email, password }) => ({
    email: email.trim() === '' ? t('email_missing') : undefined,
    password: password === '' ? t('password_missing') : undefined,
  }));
  const logIn = form.submit(({ email, password }) =>
    work.run(async () => {
      try {
        await session.logIn(email, password);
      } catch (error) {
        if (!isProblem(error, 'second_factor_required') || error.challenge === undefined) throw error;
        onChallenge(error.challenge);
      }
    }),
  );
  const returned = ssoFault(place.query, language);
  return (
    <Page title={t('login_title')} about={t('login_about')} testId="log-in">
      {reason !== 'not_yet' && returned === null && <Notice kind="information">{t(reason)}</Notice>}
      {place.step === 'new-password' && <Notice kind="success">{t('new_password_set')}</Notice>}
      {over && <Notice kind="warning">{t('challenge_over')}</Notice>}
      {returned !== null && (
        <Notice kind="danger" testId="sso-fault">
          {returned}
        </Notice>
      )}
      <Sso query={place.query} />
      <form className="form" onSubmit={logIn} noValidate>
        <Field
          type="email"
          label={t('email')}
          autoComplete="username"
          autoFocus={!place.query.has('by')}
          maxLength={200}
          {...form.field('email')}
        />
        <PasswordField kind="current" label={t('password')} {...form.field('password')} />
        <Fault fault={work.fault} said={{ bad_credentials: t('bad_credentials'), validation: t('bad_credentials') }} />
        <div className="actions">
          <Submit working={work.working} workingText={t('login_working')} data-testid="login-submit">
            {t('login')}
          </Submit>
        </div>
      </form>
      <nav className="ways" aria-label={t('login_title')}>
        <Link href={addressOf('forgot')}>{t('forgot')}</Link>
        {!place.query.has('by') && <Link href={ssoAddress(place.query)}>{t('sso')}</Link>}
        <Link href={addressOf('apply')}>{t('apply')}</Link>
      </nav>
    </Page>
  );
}
