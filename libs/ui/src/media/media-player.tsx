import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Playable } from './playing.ts';

interface MediaPlayerProps {
  items: readonly Playable[];
  /** Stands there where nothing plays. */
  instead: ReactNode;
}

/** What failed is left out for so long, then tried again: a network share may come back. */
const retryMs = 300_000;
/** A film that stands still for so long is passed over. */
const stalledMs = 15_000;

/** The office's pictures and films, one after another, without sound: the calls have it. Never an empty picture. */
export function MediaPlayer({ items, instead }: MediaPlayerProps) {
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState(0);
  const playable = items.filter(({ src }) => !failed.has(src));
  const item = playable[turn % Math.max(1, playable.length)];
  const next = playable[(turn + 1) % Math.max(1, playable.length)];
  const forward = useCallback(() => setTurn((n) => (n + 1) % 1_000_000), []);
  const fail = useCallback((src: string) => setFailed((now) => new Set([...now, src])), []);
  useEffect(() => {
    if (failed.size === 0) return;
    const timer = setTimeout(() => setFailed(new Set()), retryMs);
    return () => clearTimeout(timer);
  }, [failed]);
  if (item === undefined) return instead;
  return (
    <figure className="media" data-testid="media" data-src={item.src} data-title={item.title}>
      {item.kind === 'video' ? (
        <Film key={`${item.src} ${turn}`} item={item} again={playable.length === 1} onEnd={forward} onFail={fail} />
      ) : (
        <Picture key={item.src} item={item} turn={turn} onEnd={forward} onFail={fail} />
      )}
      {next?.kind === 'image' && next !== item && <img className="media__next" src={next.src} alt="" />}
    </figure>
  );
}

interface PlayProps {
  item: Playable;
  onEnd: () => void;
  onFail: (src: string) => void;
}

function Picture({ item, turn, onEnd, onFail }: PlayProps & { turn: number }) {
  const { src, seconds, title } = item;
  useEffect(() => {
    const timer = setTimeout(onEnd, seconds * 1_000);
    return () => clearTimeout(timer);
  }, [turn, seconds, onEnd]);
  return <img className="media__item" src={src} alt={title} onError={() => onFail(src)} />;
}

/** Plays to its end; a film that does not go on for 15 s counts as failed. */
function Film({ item, again, onEnd, onFail }: PlayProps & { again: boolean }) {
  const { src } = item;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => onFail(src), stalledMs);
    return () => clearTimeout(timer);
  }, [seconds, src, onFail]);
  return (
    <video
      className="media__item"
      src={src}
      autoPlay
      muted
      playsInline
      loop={again}
      onTimeUpdate={(event) => setSeconds(Math.floor(event.currentTarget.currentTime))}
      onEnded={onEnd}
      onError={() => onFail(src)}
    />
  );
}
