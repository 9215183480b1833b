import { useEffect, useState, useSyncExternalStore } from 'react';
import { commonTexts } from '../common-texts.ts';
import { useTexts } from '../language.ts';
import { Button } from '../parts/small-parts.tsx';
import { createAnnouncer, type Announcer, type CallReport, type VoiceSettings, type VoiceState } from './announcer.ts';
import { webAudioChime, webAudioOutput } from './audio.ts';
import { clipSpeaker } from './clip-speaker.ts';
import { browserSpeaker, firstSpeaker } from './speaker.ts';

export interface AnnouncerInput extends VoiceSettings {
  /** Folder of shipped clips, said where the browser has no Korean voice; none unless set. */
  clipsUrl?: string;
  report?: (report: CallReport) => void;
}

/** One announcer for the life of the screen; settings may change while it speaks. */
export function useAnnouncer(input: AnnouncerInput): { announcer: Announcer; voice: VoiceState } {
  const [announcer] = useState(() => makeAnnouncer(input));
  const voice = useSyncExternalStore(announcer.subscribe, announcer.state);
  const { enabled, volume, patienceMs } = input;
  const languages = input.languages.join(' ');
  useEffect(() => {
    announcer.configure({
      enabled,
      volume,
      languages: languages.split(' ') as VoiceSettings['languages'],
      ...(patienceMs !== undefined && { patienceMs }),
    });
  }, [announcer, enabled, volume, languages, patienceMs]);
  return { announcer, voice };
}

function makeAnnouncer({ clipsUrl, report, ...settings }: AnnouncerInput): Announcer {
  const output = webAudioOutput();
  const clips = clipsUrl === undefined ? [] : [clipSpeaker(output, clipsUrl)];
  const speaker = firstSpeaker([browserSpeaker(), ...clips]);
  return createAnnouncer({ speaker, chime: webAudioChime(output), output, ...(report && { report }) }, settings);
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
