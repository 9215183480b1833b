import type { Link } from '@sunbeon/client';
import type { Hall } from '@sunbeon/contract';
import { Button, contactAtMs, formatTime, useTexts, type Received } from '@sunbeon/ui';
import { texts } from '../texts/texts.ts';

interface LineBarProps {
  hall: Received<Hall>;
  link: Link;
  live: boolean;
  onReconnect: () => void;
}

/** Says since when the page is old and that nothing can be done; while it is live, whether the office's source is down. */
export function LineBar({ hall, link, live, onReconnect }: LineBarProps) {
  const t = useTexts(texts);
  const { source, office } = hall.value.board;
  // Before the first contact the page is only a moment old: no alarm.
  const lost = !live && link.lastContactMs !== null;
  const time = (ms: number) => formatTime(ms, office.zone);
  return (
    <div role="status" data-testid="line" data-live={live}>
      {lost && (
        <div className={`line-bar line-bar--${link.state}`} data-testid="offline">
          <div>
            <b>{t('offline_title', { time: time(contactAtMs(hall, link)) })}</b> <span>{t('offline_text')}</span>
          </div>
          <span aria-hidden="true">{t('reconnecting', { seconds: link.ageSeconds ?? 0 })}</span>
          <Button className="line-bar__button" onClick={onReconnect}>
            {t('connect_now')}
          </Button>
        </div>
      )}
      {live && source.state !== 'ok' && (
        <p className="line-bar line-bar--reconnecting">{t('source_down', { time: time(Date.parse(source.asOf)) })}</p>
      )}
    </div>
  );
}
