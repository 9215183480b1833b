import { useTexts } from '@sunbeon/ui';
import { Field } from '../parts/field.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { SectionForm } from './section-form.tsx';

interface ProofFormProps {
  /** Asked for beside the password: the code of the app. */
  withCode: boolean;
  button: string;
  danger?: boolean;
  onProof: (proof: { password: string; code: string }) => Promise<void>;
  onCancel: () => void;
}

/** Shows that it is the person of the account: the password, and the second factor where there is one. */
export function ProofForm({ withCode, button, danger = false, onProof, onCancel }: ProofFormProps) {
  const t = useTexts(accountTexts);
  const door = useTexts(doorTexts);
  const work = useWork();
  const form = useForm({ password: '', code: '' }, ({ password, code }) => ({
    password: password === '' ? door('password_missing') : undefined,
    code: withCode && code.trim().length < 6 ? t('code_missing') : undefined,
  }));
  const send = form.submit(({ password, code }) =>
    work.run(async () => {
      try {
        await onProof({ password, code: code.trim() });
      } catch (error) {
        if (isProblem(error, 'bad_credentials')) form.refuse({ password: t('known_wrong') });
        else if (isProblem(error, 'bad_code')) form.refuse({ code: t('code_wrong') });
        else throw error;
      }
    }),
  );
  return (
    <SectionForm {...{ work, button, danger, onCancel }} testId="proof" onSubmit={send}>
      <PasswordField kind="current" label={t('known_password')} autoFocus {...form.field('password')} />
      {withCode && <Field label={t('code')} autoComplete="one-time-code" maxLength={30} {...form.field('code')} />}
    </SectionForm>
  );
}
