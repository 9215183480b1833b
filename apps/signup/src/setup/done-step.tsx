import type { SetupProgress } from '@sunbeon/contract';
import { locales, useLanguage, useTexts } from '@sunbeon/ui';
import { setupTexts } from '../texts/setup-texts.ts';
import { WizardPage } from './wizard-page.tsx';
import { Notice } from '../parts/notice.tsx';

/** The first ticket is drawn: where everything is. */
export function DoneStep({ known }: { known: SetupProgress }) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  const { tenant, office } = known;
  const links = [
    ['counter', `/counter/?office=${office?.slug ?? ''}`],
    ['kiosk', '/kiosk/'],
    ['display', '/display/'],
    ['public', `/${tenant.slug}/${office?.slug ?? ''}`],
    ['console', '/console/'],
  ] as const;
  const shown = links.filter(([what]) => what !== 'public' || tenant.status !== 'pending');
  const trialEnd = tenant.trialEndsAt;
  const date = (instant: string) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Asia/Seoul' }).format(
      Date.parse(instant),
    );
  return (
    <WizardPage known={known} step="done" title={t('done_title')} about={t('done_about', { tenant: tenant.name })}>
      {tenant.status === 'pending' && <Notice kind="information">{t('done_pending')}</Notice>}
      {tenant.status === 'trial' && trialEnd !== null && (
        <Notice kind="information">{t('done_trial', { date: date(trialEnd) })}</Notice>
      )}
      <section className="stack" aria-labelledby="links">
        <h2 id="links">{t('done_next')}</h2>
        <ul className="links">
          {shown.map(([what, href]) => (
            <li key={what}>
              <a href={href} data-testid={`link-${what}`}>
                <b>{t(`link_${what}`)}</b>
                <span>{t(`link_${what}_about`)}</span>
                {what === 'public' && <span className="links__address">{`${location.host}${href}`}</span>}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </WizardPage>
  );
}
