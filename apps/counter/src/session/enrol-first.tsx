import { Button, useTexts } from '@sunbeon/ui';
import { doorTexts } from '../texts/door-texts.ts';

/** For an account that must set up its second factor first; that is done on the page of one's account. */
export function EnrolFirst({ onLogOut }: { onLogOut: () => void }) {
  const t = useTexts(doorTexts);
  return (
    <main className="door" data-testid="enrol-first">
      <div className="door__card">
        <p className="door__app">{t('app')}</p>
        <h1>{t('enrol_title')}</h1>
        <p>{t('enrol_text')}</p>
        <a className="sb-button sb-button--primary" href="/signup/second-factor?next=/counter/" autoFocus>
          {t('enrol_go')}
        </a>
        <Button kind="quiet" onClick={onLogOut}>
          {t('log_out')}
        </Button>
      </div>
    </main>
  );
}
