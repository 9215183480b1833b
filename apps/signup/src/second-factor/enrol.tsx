import type { CallOutput } from '@sunbeon/client';
import { Qr, useTexts } from '@sunbeon/ui';
import { CodeField } from '../parts/code-field.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Fault } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { Submit } from '../parts/submit.tsx';
import { digitsOf, isCode } from '../door/validate.ts';
import { secondFactorTexts } from '../texts/second-factor-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';

interface EnrolProps {
  secret: CallOutput<'secondFactorBegin'>;
  /** The recovery codes that came with the first right code. */
  onDone: (codes: readonly string[]) => void;
}

/** QR and typed secret for the app, and the first code of it. */
export function Enrol({ secret: { secret, uri }, onDone }: EnrolProps) {
  const t = useTexts(secondFactorTexts);
  const session = useSession();
  const work = useWork();
  const form = useForm({ code: '' }, ({ code }) => ({
    code: isCode(code) ? undefined : t('code'),
  }));
  const confirm = form.submit(({ code }) =>
    work.run(async () => {
      try {
        const answer = await session.client.call('secondFactorConfirm', { body: { code: digitsOf(code) } });
        onDone(answer.recoveryCodes);
      } catch (error) {
        if (!isProblem(error, 'bad_code', 'validation')) throw error;
        form.refuse({ code: t('code_wrong') });
      }
    }),
  );
  return (
    <form className="form" onSubmit={confirm} noValidate data-testid="enrol">
      <div className="enrol">
        <div className="enrol__qr">
          <Qr text={uri} label={t('qr_label')} />
        </div>
        <div className="stack">
          <ol className="numbered">
            <li>{t('step_app')}</li>
            <li>{t('step_scan')}</li>
            <li>{t('step_code')}</li>
          </ol>
          <details>
            <summary>{t('by_hand')}</summary>
            <div className="stack stack--close">
              <p>{t('by_hand_text')}</p>
              <p>
                <code className="secret" data-testid="secret">
                  {secret.replace(/(.{4})(?=.)/g, '$1 ')}
                </code>
              </p>
              <div className="actions">
                <CopyButton text={secret} />
                <a className="text-button" href={uri}>
                  {t('same_phone')}
                </a>
              </div>
            </div>
          </details>
        </div>
      </div>
      <CodeField label={t('code')} {...form.field('code')} />
      <Fault fault={work.fault} />
      <div className="actions">
        <Submit working={work.working} workingText={t('confirming')} data-testid="enrol-submit">
          {t('confirm')}
        </Submit>
      </div>
    </form>
  );
}
