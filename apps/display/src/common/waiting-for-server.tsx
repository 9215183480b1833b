import type { Language } from '@sunbeon/contract';
import { commonTexts, translator } from '@sunbeon/ui';
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

/** The institution's halls rest: nothing of them is shown, and nobody is left guessing. */
export function Resting({ language }: { language: Language }) {
  return (
    <main className="plain" data-testid="resting">
      <div role="status">
        <h1 className="plain__text plain__text--wide">{translator(commonTexts, language)('resting')}</h1>
      </div>
    </main>
  );
}
