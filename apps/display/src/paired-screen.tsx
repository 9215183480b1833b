import type { CallMessage, ClockReading, Language } from '@sunbeon/contract';
import {
  LanguageContext,
  SoundButton,
  useAnnouncer,
  useBoard,
  filesOf,
  useDeviceCommands,
  useMediaFiles,
  type DeviceView,
  type PairedDevice,
  type Received,
} from '@sunbeon/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { BurnInShift } from './common/burn-in-shift.tsx';
import { Resting, WaitingForServer } from './common/waiting-for-server.tsx';
import { CounterMonitor } from './counter/counter-monitor.tsx';
import { useFreshCalls } from './counter/use-fresh-calls.ts';
import { reportCall } from './device/diagnostics.ts';
import { useConfig } from './device/use-config.ts';
import { useHeartbeat } from './device/use-heartbeat.ts';
import { HallScreen } from './hall/hall-screen.tsx';
import { callAgeMs, patienceOf } from './call-age.ts';

interface PairedScreenProps {
  device: PairedDevice;
  view: DeviceView;
}

/** A registered screen: its settings say whether it stands above counters or hangs in the hall. */
export function PairedScreen({ device, view }: PairedScreenProps) {
  const { client, store, revoke } = view;
  const { deviceId } = device;
  const kept = useMemo(() => ({ config: store.config(deviceId), board: store.board(deviceId) }), [store, deviceId]);
  const { config, clock: configClock, away, want } = useConfig(client, kept.config, revoke);
  const settings = config?.settings;
  const languages: readonly Language[] = settings?.languages ?? ['ko'];
  const language = languages[0] ?? 'ko';
  const fresh = useFreshCalls();
  const memory = useMemo(() => store.calls(deviceId), [store, deviceId]);
  const auth = useMemo(() => ({ deviceToken: device.token }), [device.token]);

  const sayCall = useRef((_: CallMessage) => {});
  const onCall = useCallback((call: CallMessage) => sayCall.current(call), []);
  const { onCommand, sign } = useDeviceCommands({ client, name: config?.device.name ?? '' });
  const { board, link, resting } = useBoard({
    ...{ auth, memory, keep: kept.board },
    ...{ onCall, onConfig: want, onRevoked: revoke, onCommand },
  });
  const boardClock = board && { value: board.value.clock, receivedAtMs: board.receivedAtMs };

  // A call could only be chimed: no voice on this machine says Korean.
  const [voiceless, setVoiceless] = useState(false);
  const mine = settings?.screen === 'counter' ? settings.counters : undefined;
  const { announcer, voice } = useAnnouncer({
    enabled: settings?.voice ?? false,
    volume: settings?.volume ?? 0.8,
    languages,
    patienceMs: patienceOf(newest([boardClock, configClock])?.value.rate ?? 1),
    clipsUrl: `${import.meta.env.BASE_URL}voice/`,
    report: (report) => {
      reportCall(report);
      if (report.fate === 'said' || report.fate === 'chimed') setVoiceless(report.fate === 'chimed');
    },
  });
  const beatClock = useHeartbeat({
    client,
    configVersion: config?.version,
    problems: [...(voice.blocked ? ['sound_blocked'] : []), ...(voiceless ? ['no_korean_voice'] : [])],
    onConfigVersion: want,
    onRefused: useCallback(() => revoke(), [revoke]),
  });
  const clock = newest([boardClock, beatClock, configClock]);
  useEffect(() => {
    sayCall.current = (call) => {
      // A monitor says its own counters' calls; the hall's TV says all.
      if (mine !== undefined && !mine.includes(call.counter)) return;
      fresh.add(call);
      announcer.add(call, callAgeMs(call, clock));
    };
  });

  const files = useMediaFiles(client, deviceId, filesOf(config?.playlists ?? []));

  if (resting) return <Resting language={language} />;
  if (config === null || board === null || clock === null) return <WaitingForServer away={away} language={language} />;
  const Screen = settings?.screen === 'counter' ? CounterMonitor : HallScreen;
  return (
    <LanguageContext value={language}>
      <BurnInShift>
        <Screen {...{ config, board, link, clock, files }} fresh={fresh.seqs} turn={voice.current} />
      </BurnInShift>
      <SoundButton announcer={announcer} voice={voice} />
      {sign}
    </LanguageContext>
  );
}

/** The reading that arrived last: a board stays as it came while nothing changes, heartbeats go on. */
function newest(readings: readonly (Received<ClockReading> | null | undefined)[]): Received<ClockReading> | null {
  const known = readings.filter((reading) => reading != null);
  return known.reduce<Received<ClockReading> | null>(
    (best, reading) => (best === null || reading.receivedAtMs > best.receivedAtMs ? reading : best),
    null,
  );
}
