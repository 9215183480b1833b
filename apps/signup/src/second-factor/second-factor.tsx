import type { CallOutput } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useCallback, useState } from 'react';
import { goHome } from '../door/home.ts';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import type { Place } from '../routing/place.ts';
import { addressOf } from '../routing/place.ts';
import { go } from '../routing/use-place.tsx';
import { secondFactorTexts } from '../texts/second-factor-texts.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { Enrol } from './enrol.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Who must have a second factor and has none yet sets it up here, before anything else. */
export function SecondFactor({ me, place }: { me: Me; place: Place }) {
  const t = useTexts(secondFactorTexts);
  const session = useSession();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const next = place.query.get('next');
  const goOn = async () => {
    const state = await session.refresh();
    if (state.phase === 'in') goHome(state.answer.me, next);
    else go(addressOf('login', '', next === null ? {} : { next }), { replace: true });
  };
  if (codes !== null)
    return (
      <Page title={t('codes_title')} about={t('codes_about')} testId="codes">
        <RecoveryCodes codes={codes} email={me.email} onKept={() => void goOn()} />
      </Page>
    );
  if (me.session !== 'enrolment')
    return (
      <Page title={t('title')} testId="second-factor-there">
        <Notice kind="success">{t('already')}</Notice>
        <div className="actions">
          <Button kind="primary" onClick={() => goHome(me, next)}>
            {t('go_on')}
          </Button>
        </div>
      </Page>
    );
  return <FirstTime onDone={setCodes} />;
}

function FirstTime({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const t = useTexts(secondFactorTexts);
  const session = useSession();
  const begin = useCallback(() => session.client.call('secondFactorBegin', { body: {} }), [session]);
  const { value, fault, reload } = useLoaded<CallOutput<'secondFactorBegin'>>(begin);
  if (value === null) return <Loading title={t('title')} fault={fault} onTry={() => void reload()} />;
  return (
    <Page title={t('title')} about={t('about')} testId="second-factor">
      <Notice kind="information">{t('required')}</Notice>
      <Enrol secret={value} onDone={onDone} />
    </Page>
  );
}
