import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { setupTexts } from '../texts/setup-texts.ts';

/** Something is waited for; says when the server cannot be asked whether it has come. */
export function WaitingFor({ lost, children }: { lost: boolean; children: ReactNode }) {
  const t = useTexts(setupTexts);
  return (
    <div role="status">
      {lost ? (
        <Notice kind="warning">{t('live_lost')}</Notice>
      ) : (
        <p className="waiting-for">
          <span className="waiting-for__mark" aria-hidden="true" />
          {children}
        </p>
      )}
    </div>
  );
}
