import type { Client } from '@sunbeon/client';
import type { ClockReading } from '@sunbeon/contract';
import { filesOf, MediaPlayer, playingAt, useMediaFiles, useOfficeClock, useTexts, type Received } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { useKiosk } from './kiosk-context.ts';
import { kioskTexts } from './kiosk-texts.ts';

interface PromotionProps {
  client: Client;
  deviceId: string;
  reading: Received<ClockReading> | null;
  /** Nobody is here: the first screen stands untouched. */
  free: boolean;
}

/** The office's playlist while nobody touches the first screen; the first touch anywhere gives the screen back. */
export function Promotion({ client, deviceId, reading, free }: PromotionProps) {
  const { config } = useKiosk();
  const t = useTexts(kioskTexts);
  const playlists = config.playlists ?? [];
  const files = useMediaFiles(client, deviceId, filesOf(playlists));
  const nowMs = useOfficeClock(reading);
  const items = playingAt(playlists, files, [], nowMs, config.office.zone);
  const { resting, wake } = useRest(config.kioskScreen?.promotionAfterSeconds ?? null, free && items.length > 0);
  if (!resting) return null;
  return (
    <button type="button" className="promotion" onClick={wake} data-testid="promotion">
      <MediaPlayer items={items} instead={null} />
      <span className="promotion__start">{t('touch_to_start')}</span>
    </button>
  );
}

/** True after so many seconds without touch or key. @param seconds null = never */
function useRest(seconds: number | null, may: boolean): { resting: boolean; wake: () => void } {
  const [resting, setResting] = useState(false);
  const [touches, touch] = useState(0);
  useEffect(() => {
    setResting(false);
    if (!may || seconds === null) return;
    const wake = () => touch((n) => n + 1);
    const timer = setTimeout(() => setResting(true), seconds * 1_000);
    addEventListener('keydown', wake);
    addEventListener('pointerup', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', wake);
      removeEventListener('pointerup', wake);
    };
  }, [may, seconds, touches]);
  return { resting, wake: () => touch((n) => n + 1) };
}
