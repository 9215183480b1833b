import { useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { CodeField } from '../parts/code-field.tsx';
import { Field } from '../parts/field.tsx';
import { Fault } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { Submit } from '../parts/submit.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { digitsOf, isCode } from './validate.ts';

interface SecondStepProps {
  challenge: string;
  /** Back to the password; told whether the time for the code is over. */
  onAgain: (timeIsOver: boolean) => void;
}

/** The second step of a log-in: code of the app, or one of the recovery codes. */
export function SecondStep({ challenge, onAgain }: SecondStepProps) {
  const t = useTexts(doorTexts);
  const session = useSession();
  const [recovery, setRecovery] = useState(false);
  const work = useWork();
  const form = useForm({ code: '' }, ({ code }) => ({ code: codeWrong(code, recovery, t) }));
  const send = form.submit(({ code }) =>
    work.run(async () => {
      try {
        await session.secondStep(challenge, recovery ? code.trim() : digitsOf(code));
      } catch (error) {
        if (isProblem(error, 'challenge_over')) return onAgain(true);
        if (!isProblem(error, 'bad_code', 'validation')) throw error;
        form.refuse({ code: t(recovery ? 'recovery_wrong' : 'code_wrong') });
      }
    }),
  );
  const change = () => {
    form.set('code', '');
    work.forget();
    setRecovery(!recovery);
  };
  return (
    <Page title={t('code_title')} about={t(recovery ? 'recovery_about' : 'code_about')} testId="second-step">
      <form className="form" onSubmit={send} noValidate key={String(recovery)}>
        {recovery ? (
          <Field
            label={t('recovery_code')}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={30}
            {...form.field('code')}
          />
        ) : (
          <CodeField label={t('code')} autoFocus {...form.field('code')} />
        )}
        <Fault fault={work.fault} />
        <div className="actions">
          <Submit working={work.working} workingText={t('code_working')} data-testid="code-submit">
            {t('code_send')}
          </Submit>
        </div>
      </form>
      {recovery && <p className="muted">{t('recovery_lost')}</p>}
      <div className="ways">
        <button type="button" className="text-button" onClick={change} data-testid="other-code">
          {t(recovery ? 'use_app' : 'no_phone')}
        </button>
        <button type="button" className="text-button" onClick={() => onAgain(false)}>
          {t('start_again')}
        </button>
      </div>
    </Page>
  );
}

function codeWrong(code: string, recovery: boolean, t: ReturnType<typeof useTexts<typeof doorTexts>>) {
  if (recovery) return code.trim().length < 6 ? t('recovery_missing') : undefined;
  return isCode(code) ? undefined : t('code_missing');
}
