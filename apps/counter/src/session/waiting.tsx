import { Button, useTexts } from '@sunbeon/ui';
import { doorTexts } from '../texts/door-texts.ts';

/** Nothing to show yet: loading, or the server cannot be reached (asked again by itself). */
export function Waiting({ phase, onTry }: { phase: 'starting' | 'unreachable'; onTry: () => void }) {
  const t = useTexts(doorTexts);
  return (
    <main className="door" data-testid={phase}>
      <div className="door__card" role="status">
        <p className="door__app">{t('app')}</p>
        <h1>{t(phase)}</h1>
        {phase === 'unreachable' && (
          <>
            <p>{t('unreachable_hint')}</p>
            <Button onClick={onTry}>{t('try_now')}</Button>
          </>
        )}
      </div>
    </main>
  );
}
