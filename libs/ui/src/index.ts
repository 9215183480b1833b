export { defineTexts, translator, type Texts, type Translate } from './texts.ts';
export { both } from './both.ts';
export { commonTexts } from './common-texts.ts';
export { problemTexts } from './problem-texts.ts';
export {
  formatAge,
  formatDay,
  formatLevel,
  formatPeople,
  formatTime,
  formatWait,
  formatWaiting,
  formatWeekday,
  languageNames,
  locales,
  localText,
} from './format.ts';
export { contactAtMs, staleness, type Received, type Staleness } from './stale.ts';
export { LanguageContext, useLanguage, useTexts } from './language.ts';
export { LevelBadge } from './parts/level-badge.tsx';
export {
  Button,
  Clock,
  Keycap,
  Qr,
  RehearsalMark,
  StaleBanner,
  WaitRange,
  type ButtonKind,
} from './parts/small-parts.tsx';
export { useBoard, useOfficeClock, useRealtime, type RealtimeInput, type RealtimeView } from './use-realtime.ts';
export { deviceStore, pairedAddress, readAddress, type DeviceStore, type PairedDevice } from './device/device-store.ts';
export { guarded } from './device/guarded.ts';
export { keepPage } from './away/keep-page.ts';
export type { BoardMemory } from './away/board-memory.ts';
export type { ConfigMemory } from './away/config-memory.ts';
export { pairFaults, useDevice, type DeviceView, type PairFault } from './device/use-device.ts';
export { drawPage, type PagePicture } from './device/draw-page.ts';
export { useDeviceCommands, type DeviceCommands, type DeviceCommandsInput } from './device/use-device-commands.tsx';
export { PairingScreen } from './device/pairing-screen.tsx';
export { announcement, callSentence, spokenLanguages, type SpokenCall } from './voice/announcement.ts';
export {
  callFates,
  createAnnouncer,
  type Announcer,
  type AnnouncerParts,
  type CallFate,
  type CallReport,
  type VoiceSettings,
  type VoiceState,
} from './voice/announcer.ts';
export { webAudioChime, webAudioOutput, type AudioOutput, type Chime } from './voice/audio.ts';
export { clipNames, clipPlan, highestCounterClip } from './voice/clip-plan.ts';
export { clipSpeaker, type ClipIndex } from './voice/clip-speaker.ts';
export { readNumber } from './voice/read-number.ts';
export { browserSpeaker, firstSpeaker, type Speaker } from './voice/speaker.ts';
export { SoundButton, useAnnouncer, type AnnouncerInput } from './voice/use-announcer.tsx';
export { MediaPlayer } from './media/media-player.tsx';
export { filesOf, playingAt, type Playable } from './media/playing.ts';
export { useMediaFiles, type MediaFiles } from './media/use-media-files.ts';
export { programName } from './program-name.ts';
export { safeNext, ssoPath } from './sso/sso-paths.ts';
export { useRememberedTenant, useSsoOffer, useSsoWay } from './sso/use-sso.ts';
