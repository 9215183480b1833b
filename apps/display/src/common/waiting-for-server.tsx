import type { Language } from '@sunbeon/contract';
import { translator } from '@sunbeon/ui';
import { texts } from '../texts.ts';

/** Before the first board: calm, and honest about what is missing. */
export function WaitingForServer({ away, language }: { away: boolean; language: Language }) {
  const t = translator(texts, language);
  return (
    <main className="plain" data-testid="preparing">
      <p className="plain__text" role="status">
        {t(away ? 'server_away' : 'preparing')}
      </p>
    </main>
  );
}
