import type { InvitationRow, Me, SetupProgress } from '@sunbeon/contract';
import { Button, useLanguage, useTexts } from '@sunbeon/ui';
import { useCallback, useState } from 'react';
import { emailWrong } from '../door/validate.ts';
import { Field } from '../parts/field.tsx';
import { Fault, Notice } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Submit } from '../parts/submit.tsx';
import { doorTexts } from '../texts/door-texts.ts';
import { setupTexts } from '../texts/setup-texts.ts';
import { workTexts } from '../texts/work-texts.ts';
import { useForm } from '../asking/use-form.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { useWork, type Work } from '../asking/use-work.ts';
import { limitSaid } from './limit-said.ts';
import { WizardPage } from './wizard-page.tsx';

interface StaffStepProps {
  me: Me;
  known: SetupProgress;
  /** Somebody was invited: the server's list of steps has changed. */
  onChange: () => Promise<void>;
  onNext: () => void;
}

const invitedRoles = ['staff', 'greeter', 'supervisor', 'viewer'] as const;
type InvitedRole = (typeof invitedRoles)[number];

/** Colleagues are invited by e-mail; it can be done later as well. */
export function StaffStep({ me, known, onChange, onNext }: StaffStepProps) {
  const t = useTexts(setupTexts);
  const session = useSession();
  const read = useCallback(() => session.client.call('invitationList'), [session]);
  const invitations = useLoaded<readonly InvitationRow[]>(read);
  const work = useWork();
  const act = (name: 'invitationResend' | 'invitationWithdraw', id: string) =>
    work.run(async () => {
      await session.client.call(name, { params: { id } });
      await Promise.all([invitations.reload(), onChange()]);
    });
  const invited = async () => void (await Promise.all([invitations.reload(), onChange()]));
  const some = (invitations.value ?? []).some(({ state }) => state === 'open' || state === 'accepted');
  return (
    <WizardPage known={known} step="staff" title={t('staff_title')} about={t('staff_about')}>
      {known.office !== null && <Notice kind="success">{t('made', { office: known.office.name })}</Notice>}
      <InviteForm tenantRoles={me.roles} onInvited={invited} />
      <section className="stack" aria-labelledby="invited">
        <h2 id="invited">{t('staff_list')}</h2>
        <Fault fault={work.fault ?? invitations.fault} />
        <Rows {...{ work }} rows={invitations.value ?? []} onAct={act} />
      </section>
      <div className="actions">
        <Button kind={some ? 'primary' : 'secondary'} onClick={onNext} data-testid="setup-next">
          {t(some ? 'next' : 'skip')}
        </Button>
      </div>
    </WizardPage>
  );
}

function InviteForm({ tenantRoles, onInvited }: { tenantRoles: Me['roles']; onInvited: () => Promise<void> }) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  const door = useTexts(doorTexts);
  const session = useSession();
  const work = useWork();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ name: '', email: '', role: 'staff' }, ({ name, email }) => ({
    name: name.trim() === '' ? t('staff_name_missing') : undefined,
    email: emailWrong(email, door),
  }));
  const offered = invitedRoles.filter((role) => tenantRoles.includes('owner') || role !== 'supervisor');
  const send = form.submit(({ name, email, role }) =>
    work.run(async () => {
      setSentTo(null);
      const roles = [role as InvitedRole];
      await session.client.call('invitationCreate', { body: { name: name.trim(), email: email.trim(), roles } });
      setSentTo(email.trim());
      form.clear();
      await onInvited();
    }),
  );
  return (
    <form className="form form--boxed" onSubmit={send} noValidate data-testid="invite">
      <div className="pair">
        <Field label={t('staff_name')} autoComplete="off" maxLength={80} {...form.field('name')} />
        <Field type="email" label={t('staff_email')} autoComplete="off" maxLength={200} {...form.field('email')} />
      </div>
      <SelectField
        label={t('staff_role')}
        name="role"
        value={form.values.role}
        onChange={(event) => form.set('role', event.target.value)}
      >
        {offered.map((role) => (
          <option key={role} value={role}>
            {t(`staff_role_${role}`)}
          </option>
        ))}
      </SelectField>
      <div role="status">{sentTo !== null && <Notice kind="success">{t('staff_sent', { email: sentTo })}</Notice>}</div>
      <Fault fault={work.fault} said={{ conflict: t('staff_taken'), plan_limit: limitSaid(work.fault, language) }} />
      <div className="actions">
        <Submit working={work.working} workingText={t('staff_sending')} data-testid="invite-submit">
          {t('staff_send')}
        </Submit>
      </div>
    </form>
  );
}

interface RowsProps {
  rows: readonly InvitationRow[];
  work: Work;
  onAct: (name: 'invitationResend' | 'invitationWithdraw', id: string) => void;
}

function Rows({ rows, work, onAct }: RowsProps) {
  const t = useTexts(setupTexts);
  const door = useTexts(doorTexts);
  const words = useTexts(workTexts);
  if (rows.length === 0) return <p className="muted">{t('staff_none')}</p>;
  return (
    <ul className="rows" aria-busy={work.working} aria-label={work.working ? words('loading') : undefined}>
      {rows.map(({ id, name, email, roles, state }) => (
        <li key={id} className="row">
          <div>
            <p>
              <b>{name}</b> <span className="chip">{t(`staff_${state}`)}</span>
            </p>
            <p className="muted row__facts">
              {email} · {roles.map((role) => door(`role_${role}`)).join(', ')}
            </p>
          </div>
          {(state === 'open' || state === 'expired') && (
            <div className="actions">
              <Button onClick={() => onAct('invitationResend', id)} aria-label={t('staff_resend_to', { name })}>
                {t('staff_resend')}
              </Button>
              {state === 'open' && (
                <Button
                  kind="danger"
                  onClick={() => onAct('invitationWithdraw', id)}
                  aria-label={t('staff_withdraw_of', { name })}
                >
                  {t('staff_withdraw')}
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
