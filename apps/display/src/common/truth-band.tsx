import { commonTexts, formatAge, formatTime, formatWeekday, useLanguage, useOfficeClock, useTexts } from '@sunbeon/ui';
import { truthOf } from '../truth.ts';
import type { ScreenProps } from './screen-props.ts';

/** Says how old the figures are as soon as they are; nothing while they are live. */
export function TruthBand({ board, link, clock }: Pick<ScreenProps, 'board' | 'link' | 'clock'>) {
  const language = useLanguage();
  const t = useTexts(commonTexts);
  const truth = truthOf(board, link, useOfficeClock(clock));
  const { zone } = board.value.office;
  return (
    <div className="truth" role="status" data-testid="truth" data-truth={truth.kind}>
      {truth.kind === 'aged' && (
        <p className="truth__band truth__band--aged" data-testid="aged">
          {formatAge(truth.seconds, language)}
        </p>
      )}
      {truth.kind === 'fault' && (
        <p className="truth__band truth__band--fault" data-testid="fault">
          {`${t('link_down')} (${t('age_time', { time: formatTime(truth.asOfMs, zone) })})`}
        </p>
      )}
    </div>
  );
}

/** The office's own time: "월 10:14". */
export function OfficeClock({ board, clock }: Pick<ScreenProps, 'board' | 'clock'>) {
  const language = useLanguage();
  const nowMs = useOfficeClock(clock);
  const { zone } = board.value.office;
  const weekday = formatWeekday(nowMs, zone, language);
  return (
    <time className="clock" dateTime={new Date(nowMs).toISOString()} data-testid="clock">
      <span className="clock__day">{weekday}</span> {formatTime(nowMs, zone)}
    </time>
  );
}
