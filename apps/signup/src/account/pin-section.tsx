import type { Me } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { isProblem } from '../asking/explain.ts';
import { useForm } from '../asking/use-form.ts';
import { useWork } from '../asking/use-work.ts';
import { SectionForm } from './section-form.tsx';
import { Section } from './section.tsx';

/** The six digits by which one takes over a counter from a colleague. */
export function PinSection({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<'pin_done' | 'pin_removed' | null>(null);
  const removal = useWork();
  const finish = async (what: 'pin_done' | 'pin_removed') => {
    await session.refresh();
    setOpen(false);
    setDone(what);
  };
  const remove = () =>
    removal.run(async () => {
      await session.client.call('pinRemove', {});
      await finish('pin_removed');
    });
  return (
    <Section title={t('pin_title')} about={t('pin_about')} done={done && t(done)} testId="pin-section">
      {me.pin === 'locked' ? <Notice kind="warning">{t('pin_locked')}</Notice> : <p>{t(`pin_${me.pin}`)}</p>}
      <Fault fault={removal.fault} />
      {open ? (
        <PinForm onDone={() => finish('pin_done')} onCancel={() => setOpen(false)} />
      ) : (
        <div className="actions">
          <Button
            onClick={() => {
              setDone(null);
              setOpen(true);
            }}
            data-testid="pin-open"
          >
            {t('pin_save')}
          </Button>
          {me.pin !== 'none' && (
            <Button kind="danger" aria-disabled={removal.working} onClick={remove} data-testid="pin-remove">
              {t('pin_remove')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

function PinForm({ onDone, onCancel }: { onDone: () => Promise<void>; onCancel: () => void }) {
  const t = useTexts(accountTexts);
  const door = useTexts(doorTexts);
  const session = useSession();
  const work = useWork();
  const form = useForm({ password: '', pin: '' }, ({ password, pin }) => ({
    password: password === '' ? door('password_missing') : undefined,
    pin: /^\d{6}$/.test(pin) ? undefined : t('pin_wrong_form'),
  }));
  const save = form.submit((body) =>
    work.run(async () => {
      try {
        await session.client.call('pinSet', { body });
        await onDone();
      } catch (error) {
        if (isProblem(error, 'bad_credentials')) form.refuse({ password: t('known_wrong') });
        else if (isProblem(error, 'pin_weak')) form.refuse({ pin: t('pin_weak') });
        else throw error;
      }
    }),
  );
  return (
    <SectionForm work={work} button={t('pin_save')} testId="pin" onSubmit={save} onCancel={onCancel}>
      <Field
        type="password"
        label={t('pin')}
        hint={t('pin_rule')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        autoFocus
        className="code-field"
        {...form.field('pin')}
      />
      <PasswordField kind="current" label={t('known_password')} {...form.field('password')} />
    </SectionForm>
  );
}
