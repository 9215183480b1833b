import type { Me, SetupProgress } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useCallback } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, useSession } from '../parts/page.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { useLoaded } from '../asking/use-loaded.ts';

const askMs = 10_000;

/** Signed up, not approved yet: the page says so, and that everything can be prepared; it changes when the yes comes. */
export function Waiting({ me }: { me: Me }) {
  const t = useTexts(setupTexts);
  const session = useSession();
  const read = useCallback(() => session.client.call('setup'), [session]);
  const { value, fault, reload } = useLoaded<SetupProgress>(read, { everyMs: askMs });
  if (value === null) return <Loading title={t('waiting_title')} fault={fault} onTry={() => void reload()} />;
  const pending = value.tenant.status === 'pending';
  const tenant = me.tenant.name;
  return (
    <Page
      title={t(pending ? 'waiting_title' : 'approved')}
      about={pending ? t('waiting_about', { tenant }) : undefined}
      testId="waiting"
    >
      <div role="status">
        <Notice kind={pending ? 'information' : 'success'}>{t(pending ? 'waiting_prepare' : 'approved')}</Notice>
      </div>
      <div className="actions">
        <Link className="sb-button sb-button--primary" href={addressOf('setup')} data-testid="waiting-go">
          {t('waiting_go')}
        </Link>
      </div>
    </Page>
  );
}
