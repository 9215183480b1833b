import type { CallMessage, DeviceConfig } from '@sunbeon/contract';
import { callSentence, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, useState, type CSSProperties } from 'react';
import { texts } from '../texts.ts';
import { Arrow } from './call-board.tsx';
import { zoneOf } from './zone-of.ts';

/** The picture is given back after so long, though a call may be said twice. */
const stageMs = 5_000;

/** On a call the calls grow over the media for five seconds. Moves by transform only; stands still with reduced motion. */
export function CallStage({ call, config }: { call: CallMessage | null; config: DeviceConfig }) {
  const language = useLanguage();
  const t = useTexts(texts);
  const { shown, isOpen } = useStage(call);
  const zone = shown === null ? undefined : zoneOf(config, shown.service.id);
  return (
    <section
      className={`stage${isOpen ? ' stage--open' : ''}`}
      data-testid="stage"
      data-open={isOpen}
      aria-hidden={!isOpen}
    >
      {shown !== null && (
        <div className="stage__call" style={{ '--chars': Math.max(3, shown.number.length) } as CSSProperties}>
          <p className="stage__number">{shown.number}</p>
          <Arrow />
          <p className={t('window_before') === '' ? 'stage__counter' : 'stage__counter stage__counter--below'}>
            {t('window_before')}
            <b>{shown.counter}</b>
            {t('window_after')}
          </p>
          <p className="stage__line">
            {shown.recall && <b className="stage__recall">{t('recall')}</b>}
            <span>{localText(shown.service.name, language)}</span>
            {zone && (
              <span className="stage__zone">
                <i style={{ background: zone.color }} />
                {localText(zone.colorName, language)}
              </span>
            )}
          </p>
          <p className="stage__say">{t('come', { n: shown.counter })}</p>
          {shown.language !== undefined && shown.language !== language && (
            <p className="stage__foreign" lang={shown.language}>
              {callSentence(shown, shown.language)}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

/** Keeps the call on the stage while it goes away, so that nothing is emptied before the eye. */
function useStage(call: CallMessage | null): { shown: CallMessage | null; isOpen: boolean } {
  const [shown, setShown] = useState<CallMessage | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (call === null) return;
    setShown(call);
    setOpen(true);
    const timer = setTimeout(() => setOpen(false), stageMs);
    return () => {
      clearTimeout(timer);
      setOpen(false);
    };
  }, [call]);
  return { shown, isOpen };
}
