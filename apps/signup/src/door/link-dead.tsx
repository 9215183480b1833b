import { useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { doorTexts } from '../texts/door-texts.ts';

/** A link of a letter that is incomplete, used or too old: why, and the way on. */
export function LinkDead({ why, children, testId }: { why: string; children: ReactNode; testId: string }) {
  const t = useTexts(doorTexts);
  return (
    <Page title={t('link_title')} testId={testId}>
      <Notice kind="warning">{why}</Notice>
      {children}
    </Page>
  );
}
