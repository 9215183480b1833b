import type { PublicService } from '@sunbeon/contract';
import type { ComponentProps, ReactNode } from 'react';
import { encode } from 'uqr';
import { commonTexts } from '../common-texts.ts';
import { formatTime, formatWait, formatWeekday } from '../format.ts';
import { useLanguage, useTexts } from '../language.ts';
import type { Staleness } from '../stale.ts';

/** Wait range in words ("20–35분"), or why there is none. Never a single figure taken for a promise. */
export function WaitRange({ service }: { service: Pick<PublicService, 'wait' | 'waitUnavailable'> }) {
  return <span className="sb-nowrap">{formatWait(service, useLanguage())}</span>;
}

/** Says how old the shown figures are; nothing while they are live. */
export function StaleBanner({ staleness }: { staleness: Staleness | null }) {
  return (
    <div role="status" data-testid="stale-status">
      {staleness && (
        <p className={`sb-stale sb-stale--${staleness.kind}`} data-testid="stale-banner">
          {staleness.text}
        </p>
      )}
    </div>
  );
}

/** "연습 화면": the numbers are those of an exercise. */
export function RehearsalMark({ rehearsal }: { rehearsal: boolean }) {
  const t = useTexts(commonTexts);
  return rehearsal ? <span className="sb-rehearsal">{t('rehearsal')}</span> : null;
}

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export function Button({
  kind = 'secondary',
  className = '',
  ...rest
}: { kind?: ButtonKind } & ComponentProps<'button'>) {
  return <button type="button" className={`sb-button sb-button--${kind} ${className}`} {...rest} />;
}

/** The key that does the same as the button beside it. */
export function Keycap({ children }: { children: ReactNode }) {
  return <kbd className="sb-keycap">{children}</kbd>;
}

/** QR code as one SVG path, black on white in every mode, with the quiet zone of 4 modules that readers ask for. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return (
    // Private: the address in it is the key of a ticket, and a picture of this page (draw-page.ts) must not carry it off.
    <svg
      className="sb-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-private
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={rows.join('')} fill="#000" />
    </svg>
  );
}

/** "월 10:14" in the office's zone; `nowMs` from useOfficeClock. */
export function Clock({ nowMs, zone, weekday = true }: { nowMs: number; zone: string; weekday?: boolean }) {
  const language = useLanguage();
  const time = formatTime(nowMs, zone);
  return (
    <time className="sb-nowrap" dateTime={new Date(nowMs).toISOString()}>
      {weekday ? `${formatWeekday(nowMs, zone, language)} ${time}` : time}
    </time>
  );
}
