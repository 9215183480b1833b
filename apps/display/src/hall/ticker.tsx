import type { Board, ClockReading } from '@sunbeon/contract';
import { localText, RehearsalMark, useLanguage, type Received } from '@sunbeon/ui';
import { OfficeClock } from '../common/truth-band.tsx';
import { splitAnnouncement } from './pages.ts';
import { useMedia, useTurning } from './use-turning.ts';

interface TickerProps {
  board: Received<Board>;
  clock: Received<ClockReading>;
}

const partMs = 9_000;
/** What stands on two lines; up to half of it on one line, larger. */
const letters = { landscape: 60, portrait: 76 };

/** Office, announcements one after another, clock. Nothing runs across: a line stands still until it is read. */
export function Ticker({ board, clock }: TickerProps) {
  const language = useLanguage();
  const isPortrait = useMedia('(orientation: portrait)');
  return (
    <footer className="ticker">
      <p className="ticker__office">
        {localText(board.value.office.names, language)}
        <RehearsalMark rehearsal={board.value.rehearsal} />
      </p>
      <Notices board={board} letters={isPortrait ? letters.portrait : letters.landscape} />
      <OfficeClock board={board} clock={clock} />
    </footer>
  );
}

/** The announcements one after another. @param letters Korean ones that fit at a time */
export function Notices({ board, letters: fit }: Pick<TickerProps, 'board'> & { letters: number }) {
  const language = useLanguage();
  const latin = language === 'ko' || language === 'zh' || language === 'ja' ? 1 : 1.7;
  const longest = Math.floor(fit * latin);
  const announcements = board.value.announcements.filter(({ places }) => places.includes('display'));
  const parts = announcements.flatMap((text) => splitAnnouncement(localText(text, language), longest));
  // What is new stands there at once: the turn begins anew with other announcements.
  return <Announced key={parts.join('\n')} parts={parts} longest={longest} />;
}

function Announced({ parts, longest }: { parts: readonly string[]; longest: number }) {
  const part = parts[useTurning(parts.length, partMs)];
  return (
    <p
      className={`ticker__text${(part?.length ?? 0) > longest / 2 ? ' ticker__text--long' : ''}`}
      data-testid="announcement"
    >
      {part}
    </p>
  );
}
