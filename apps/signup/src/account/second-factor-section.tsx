import type { CallOutput } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { Enrol } from '../second-factor/enrol.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { ProofForm } from './proof-form.tsx';
import { Section } from './section.tsx';

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'begin' | 'renew' | 'stop' }
  | { readonly at: 'enrol'; readonly secret: CallOutput<'secondFactorBegin'> }
  | { readonly at: 'codes'; readonly codes: readonly string[]; readonly done: 'factor_done' | null };

const rest: Step = { at: 'rest' };
/** From so few recovery codes on, the page asks for new ones. */
const few = 3;

/** The second step of one's log-in: turn it on, have new recovery codes, turn it off where that is allowed. */
export function SecondFactorSection({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const session = useSession();
  const [step, setStep] = useState<Step>(rest);
  const [done, setDone] = useState<'factor_done' | 'factor_stopped' | null>(null);
  const { enabled, required, recoveryCodesLeft } = me.secondFactor;
  const cancel = () => setStep(rest);
  const begin = async ({ password }: { password: string }) =>
    setStep({ at: 'enrol', secret: await session.client.call('secondFactorBegin', { body: { password } }) });
  const renew = async (proof: { password: string; code: string }) => {
    const { recoveryCodes } = await session.client.call('recoveryCodesRenew', { body: proof });
    setStep({ at: 'codes', codes: recoveryCodes, done: null });
  };
  const stop = async (proof: { password: string; code: string }) => {
    await session.client.call('secondFactorDisable', { body: proof });
    await session.refresh();
    setStep(rest);
    setDone('factor_stopped');
  };
  const kept = async () => {
    await session.refresh();
    setDone(step.at === 'codes' ? step.done : null);
    setStep(rest);
  };
  return (
    <Section
      title={t('factor_title')}
      about={enabled ? t('factor_on', { n: recoveryCodesLeft }) : t('factor_off')}
      done={done && step.at === 'rest' ? t(done) : null}
      testId="second-factor-section"
    >
      {enabled && recoveryCodesLeft <= few && <Notice kind="warning">{t('factor_few')}</Notice>}
      {step.at === 'rest' && (
        <div className="actions">
          {!enabled && <Button onClick={() => setStep({ at: 'begin' })}>{t('factor_begin')}</Button>}
          {enabled && <Button onClick={() => setStep({ at: 'renew' })}>{t('factor_renew')}</Button>}
          {enabled && !required && (
            <Button kind="danger" onClick={() => setStep({ at: 'stop' })}>
              {t('factor_stop')}
            </Button>
          )}
        </div>
      )}
      {step.at === 'rest' && enabled && required && <p className="muted">{t('factor_required')}</p>}
      {step.at === 'begin' && (
        <ProofForm withCode={false} button={t('factor_begin')} onProof={begin} onCancel={cancel} />
      )}
      {step.at === 'renew' && (
        <>
          <p>{t('factor_renew_about')}</p>
          <ProofForm withCode button={t('factor_renew')} onProof={renew} onCancel={cancel} />
        </>
      )}
      {step.at === 'stop' && <ProofForm withCode danger button={t('factor_stop')} onProof={stop} onCancel={cancel} />}
      {step.at === 'enrol' && (
        <Enrol secret={step.secret} onDone={(codes) => setStep({ at: 'codes', codes, done: 'factor_done' })} />
      )}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} email={me.email} onKept={() => void kept()} />}
    </Section>
  );
}
