import type { Level } from '@sunbeon/contract';
import type { ReactNode } from 'react';
import { formatLevel } from '../format.ts';
import { useLanguage } from '../language.ts';

/** Told apart without colour: hollow circle, half-filled square, filled triangle, filled octagon with a bar. */
const shapes: Readonly<Record<Level, ReactNode>> = {
  quiet: <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3.5" />,
  normal: (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <path d="M3.5 12h17v8.5h-17z" fill="currentColor" />
    </>
  ),
  busy: <path d="M12 1.5 23.5 22H.5z" fill="currentColor" />,
  crowded: (
    <path
      d="M7.2.5h9.6l6.7 6.7v9.6l-6.7 6.7H7.2L.5 16.8V7.2zM10.3 5l.5 9h2.4l.5-9zm.2 11v3h3v-3z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
};

/** Congestion level (혼잡도) by word, shape and colour; null = closed, word only. */
export function LevelBadge({ level }: { level: Level | null }) {
  const language = useLanguage();
  return (
    <span className={`sb-level sb-level--${level ?? 'none'}`} data-level={level ?? 'closed'}>
      {level !== null && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {shapes[level]}
        </svg>
      )}
      {formatLevel(level, language)}
    </span>
  );
}
