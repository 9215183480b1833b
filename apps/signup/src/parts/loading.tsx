import { Button, useTexts } from '@sunbeon/ui';
import { workTexts } from '../texts/work-texts.ts';
import { Fault } from './notice.tsx';
import { Page } from './page.tsx';

interface LoadingProps {
  title: string;
  /** Why it is not there; null = on its way. */
  fault?: unknown;
  onTry?: () => void;
}

/** A page whose content is on its way, or could not be had. */
export function Loading({ title, fault = null, onTry }: LoadingProps) {
  const t = useTexts(workTexts);
  return (
    <Page title={title} testId="loading">
      {fault === null ? (
        <p role="status" className="muted">
          {t('loading')}
        </p>
      ) : (
        <>
          <Fault fault={fault} />
          {onTry && (
            <div className="actions">
              <Button onClick={onTry}>{t('retry')}</Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}
