import { useEffect, useState, useSyncExternalStore } from 'react';
import { commonTexts } from '../common-texts.ts';
import { useTexts } from '../language.ts';
import { Button } from '../parts/small-parts.tsx';
import { createAnnouncer, type Announcer, type VoiceSettings, type VoiceState } from './announcer.ts';
import { browserSpeaker, webAudioChime } from './speaker.ts';

/** One announcer for the life of the screen; settings may change while it speaks; any touch or key allows sound. */
export function useAnnouncer(settings: VoiceSettings): { announcer: Announcer; voice: VoiceState } {
  const [announcer] = useState(() => createAnnouncer(browserSpeaker(), webAudioChime(), settings));
  const voice = useSyncExternalStore(announcer.subscribe, announcer.state);
  const { enabled, volume } = settings;
  const languages = settings.languages.join(' ');
  useEffect(() => {
    announcer.configure({ enabled, volume, languages: languages.split(' ') as VoiceSettings['languages'] });
  }, [announcer, enabled, volume, languages]);
  useEffect(() => {
    const unlock = () => void announcer.unlock();
    addEventListener('pointerdown', unlock);
    addEventListener('keydown', unlock);
    return () => {
      removeEventListener('pointerdown', unlock);
      removeEventListener('keydown', unlock);
    };
  }, [announcer]);
  return { announcer, voice };
}

/** One big button while the browser blocks sound, with what could not be said so far. */
export function SoundButton({ announcer, voice }: { announcer: Announcer; voice: VoiceState }) {
  const t = useTexts(commonTexts);
  if (!voice.blocked) return null;
  return (
    <div className="sb-sound" data-testid="sound-blocked">
      <p role="status">
        {t('sound_blocked')}
        {voice.missed.length > 0 && (
          <>
            <br />
            {t('sound_missed', { n: voice.missed.length })}: {voice.missed.map((call) => call.number).join(', ')}
          </>
        )}
      </p>
      <Button kind="primary" onClick={() => void announcer.unlock()} data-testid="sound-on">
        {t('sound_on')}
      </Button>
    </div>
  );
}
