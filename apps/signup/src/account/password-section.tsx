import { Button, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { passwordRefusal } from '../door/new-password.ts';
import { passwordWrong } from '../door/validate.ts';
import { useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { SectionForm } from './section-form.tsx';
import { Section } from './section.tsx';

/** One's own password; the other sessions end with the old one. */
export function PasswordSection({ onSessions }: { onSessions: () => void }) {
  const t = useTexts(accountTexts);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const finish = () => {
    setOpen(false);
    setDone(true);
    onSessions();
  };
  return (
    <Section
      title={t('password_title')}
      about={t('password_about')}
      done={done ? t('password_done') : null}
      testId="password-section"
    >
      {open ? (
        <ChangeForm onDone={finish} onCancel={() => setOpen(false)} />
      ) : (
        <div className="actions">
          <Button
            onClick={() => {
              setDone(false);
              setOpen(true);
            }}
            data-testid="password-open"
          >
            {t('password_save')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function ChangeForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useTexts(accountTexts);
  const door = useTexts(doorTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const form = useForm({ current: '', password: '' }, ({ current, password }) => ({
    current: current === '' ? door('password_missing') : undefined,
    password: passwordWrong(password, door),
  }));
  const save = form.submit((body) =>
    work.run(async () => {
      try {
        await session.client.call('passwordChange', { body });
        onDone();
      } catch (error) {
        const refusal = passwordRefusal(error, language);
        if (refusal !== undefined) form.refuse({ password: refusal });
        else if (isProblem(error, 'bad_credentials')) form.refuse({ current: t('known_wrong') });
        else throw error;
      }
    }),
  );
  return (
    <SectionForm work={work} button={t('password_save')} testId="password" onSubmit={save} onCancel={onCancel}>
      <PasswordField kind="current" label={t('known_password')} autoFocus {...form.field('current')} />
      <PasswordField kind="new" label={door('new_password')} hint={door('password_rule')} {...form.field('password')} />
    </SectionForm>
  );
}
