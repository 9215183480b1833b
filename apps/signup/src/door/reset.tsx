import { useLanguage, useTexts } from '@sunbeon/ui';
import { Fault } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf } from '../routing/place.ts';
import { go, Link } from '../routing/use-place.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { LinkDead } from './link-dead.tsx';
import { passwordRefusal } from './new-password.ts';
import { passwordWrong } from './validate.ts';

/** A new password by the link of a letter. */
export function Reset({ token }: { token: string }) {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const form = useForm({ password: '' }, ({ password }) => ({ password: passwordWrong(password, t) }));
  const save = form.submit(({ password }) =>
    work.run(async () => {
      try {
        await session.client.call('passwordReset', { body: { token, password } });
        go(addressOf('login', 'new-password'), { replace: true });
      } catch (error) {
        const refusal = passwordRefusal(error, language);
        if (refusal === undefined) throw error;
        form.refuse({ password: refusal });
      }
    }),
  );
  const dead = token === '' ? t('link_missing') : isProblem(work.fault, 'link_invalid') ? t('reset_link_dead') : null;
  if (dead !== null)
    return (
      <LinkDead why={dead} testId="reset-dead">
        <div className="actions">
          <Link className="sb-button sb-button--primary" href={addressOf('forgot')}>
            {t('forgot_new')}
          </Link>
        </div>
      </LinkDead>
    );
  return (
    <Page title={t('reset_title')} about={t('reset_about')} testId="reset">
      <form className="form" onSubmit={save} noValidate>
        <PasswordField kind="new" label={t('new_password')} hint={t('password_rule')} {...form.field('password')} />
        <Fault fault={work.fault} />
        <div className="actions">
          <Submit working={work.working} workingText={t('saving')} data-testid="reset-submit">
            {t('reset_send')}
          </Submit>
        </div>
      </form>
    </Page>
  );
}
