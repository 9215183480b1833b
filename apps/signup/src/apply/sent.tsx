import { useTexts } from '@sunbeon/ui';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { applyTexts } from '../texts/apply-texts.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { useLetters } from '../asking/use-letters.ts';
import { keptApplication } from './kept.ts';

/** The letter is on its way. The page says the same whatever stands in it. */
export function Sent() {
  const t = useTexts(applyTexts);
  const door = useTexts(doorTexts);
  const { sentTo } = keptApplication();
  const letters = useLetters();
  return (
    <Page title={t('sent_title')} testId="sent">
      <Notice kind="success">
        <p>{sentTo === null ? t('sent_unknown') : t('sent_to', { email: sentTo })}</p>
      </Notice>
      <p>{t('sent_next')}</p>
      <section className="stack" aria-labelledby="none">
        <h2 id="none">{t('sent_none')}</h2>
        <ul className="plain-list">
          <li>{t('sent_spam')}</li>
          <li>{t('sent_minutes')}</li>
          <li>
            <Link href={addressOf('apply')}>{t('sent_again')}</Link>
          </li>
        </ul>
      </section>
      {letters !== null && (
        <div className="actions">
          <a className="sb-button sb-button--primary" href={letters} data-testid="demo-mail">
            {door('letters')}
          </a>
        </div>
      )}
    </Page>
  );
}
