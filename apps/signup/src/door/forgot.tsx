import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { Submit } from '../parts/submit.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { useForm } from '../asking/use-form.ts';
import { useLetters } from '../asking/use-letters.ts';
import { useWork } from '../asking/use-work.ts';
import { emailWrong } from './validate.ts';

/** Asks for a link to a new password. What the page then says is the same whether there is such an account or not. */
export function Forgot() {
  const t = useTexts(doorTexts);
  const session = useSession();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const work = useWork();
  const form = useForm({ email: '' }, ({ email }) => ({ email: emailWrong(email, t) }));
  const send = form.submit(({ email }) =>
    work.run(async () => {
      await session.client.call('passwordForgot', { body: { email: email.trim() } });
      setSentTo(email.trim());
    }),
  );
  if (sentTo !== null) return <Sent email={sentTo} onAgain={() => setSentTo(null)} />;
  return (
    <Page title={t('forgot_title')} about={t('forgot_about')} testId="forgot">
      <form className="form" onSubmit={send} noValidate>
        <Field type="email" label={t('email')} autoComplete="username" maxLength={200} {...form.field('email')} />
        <Fault fault={work.fault} />
        <div className="actions">
          <Submit working={work.working} workingText={t('forgot_working')} data-testid="forgot-submit">
            {t('forgot_send')}
          </Submit>
          <Link className="sb-button" href={addressOf('login')}>
            {t('to_login')}
          </Link>
        </div>
      </form>
    </Page>
  );
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const t = useTexts(doorTexts);
  const letters = useLetters();
  return (
    <Page title={t('forgot_sent_title')} testId="forgot-sent">
      <Notice kind="success">{t('forgot_sent', { email })}</Notice>
      <p>{t('forgot_hint')}</p>
      <div className="actions">
        {letters !== null && (
          <a className="sb-button sb-button--primary" href={letters}>
            {t('letters')}
          </a>
        )}
        <Link className="sb-button" href={addressOf('login')}>
          {t('to_login')}
        </Link>
        <Button kind="quiet" onClick={onAgain}>
          {t('forgot_again')}
        </Button>
      </div>
    </Page>
  );
}
