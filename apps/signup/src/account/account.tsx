import type { Me, SessionRow } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useCallback } from 'react';
import { homeOf } from '../door/home.ts';
import { Page, useSession } from '../parts/page.tsx';
import { addressOf } from '../routing/place.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { useLoaded } from '../asking/use-loaded.ts';
import { PasswordSection } from './password-section.tsx';
import { PinSection } from './pin-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account, for anybody who is logged in. */
export function Account({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const door = useTexts(doorTexts);
  const session = useSession();
  const read = useCallback(() => session.client.call('sessionList'), [session]);
  const sessions = useLoaded<readonly SessionRow[]>(read);
  const atCounters = me.permissions.some((one) => one === 'counter.operate' || one === 'ticket.issue');
  const work = homeOf(me, null);
  return (
    <Page title={t('title')} about={me.name} testId="account">
      <dl className="facts">
        <dt>{t('email')}</dt>
        <dd>{me.email}</dd>
        <dt>{t('tenant')}</dt>
        <dd>{me.tenant.name}</dd>
        <dt>{t('roles')}</dt>
        <dd>{me.roles.map((role) => door(`role_${role}`)).join(', ')}</dd>
      </dl>
      {work !== addressOf('account') && (
        <div className="actions">
          <a className="sb-button" href={work}>
            {t('to_work')}
          </a>
        </div>
      )}
      <PasswordSection onSessions={() => void sessions.reload()} />
      <SecondFactorSection me={me} />
      {atCounters && <PinSection me={me} />}
      <SessionsSection sessions={sessions} />
    </Page>
  );
}
