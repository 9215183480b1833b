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
  const latin = language === 'ko' || language === 'zh' || language === 'ja' ? 1 : 1.7;
  const longest = Math.floor((isPortrait ? letters.portrait : letters.landscape) * latin);
  const announcements = board.value.announcements.filter(({ places }) => places.includes('display'));
  const parts = announcements.flatMap((text) => splitAnnouncement(localText(text, language), longest));
  return (
    <footer className="ticker">
      <p className="ticker__office">
        {localText(board.value.office.names, language)}
        <RehearsalMark rehearsal={board.value.rehearsal} />
      </p>
      {/* What is new stands there at once: the turn begins anew with other announcements. */}
      <Announced key={parts.join('\n')} parts={parts} longest={longest} />
      <OfficeClock board={board} clock={clock} />
    </footer>
  );
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
