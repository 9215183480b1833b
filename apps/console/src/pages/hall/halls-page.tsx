import { useTexts } from '@sunbeon/ui';
import { Title } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { useMe } from '../../session/session-context.ts';
import { hallTexts } from './hall-texts.ts';
import { HallsAtAGlance } from './halls-at-a-glance.tsx';

/** All halls of the person; where there is but one, that one. */
export function HallsPage() {
  const t = useTexts(hallTexts);
  const offices = useMe()?.offices ?? [];
  const only = offices.length === 1 ? offices[0] : undefined;
  if (only) return <Navigate to={`/hall/${only.slug}`} replace />;
  return (
    <>
      <Title title={t('title')} />
      <HallsAtAGlance />
    </>
  );
}
