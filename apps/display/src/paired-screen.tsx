import type { CallMessage, Language } from '@sunbeon/contract';
import {
  LanguageContext,
  SoundButton,
  useAnnouncer,
  useBoard,
  type DeviceView,
  type PairedDevice,
  type Received,
} from '@sunbeon/ui';
import { useCallback, useMemo } from 'react';
import type { ClockReading } from '@sunbeon/contract';
import { BurnInShift } from './common/burn-in-shift.tsx';
import { WaitingForServer } from './common/waiting-for-server.tsx';
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
  const { config, clock: configClock, away, want } = useConfig(client, revoke);
  const settings = config?.settings;
  const languages: readonly Language[] = settings?.languages ?? ['ko'];
  const language = languages[0] ?? 'ko';
  const fresh = useFreshCalls();
  const memory = useMemo(() => store.calls(device.deviceId), [store, device.deviceId]);
  const auth = useMemo(() => ({ deviceToken: device.token }), [device.token]);

  const mine = settings?.screen === 'counter' ? settings.counters : undefined;
  const rate = configClock?.value.rate ?? 1;
  const { announcer, voice } = useAnnouncer({
    enabled: settings?.voice ?? false,
    volume: settings?.volume ?? 0.8,
    languages,
    patienceMs: patienceOf(rate),
    clipsUrl: `${import.meta.env.BASE_URL}voice/`,
    report: reportCall,
  });
  const onCall = (call: CallMessage) => {
    // A monitor says its own counters' calls; the hall's TV says all.
    if (mine !== undefined && !mine.includes(call.counter)) return;
    const ageMs = callAgeMs(call, newest([board?.value.clock && { ...board, value: board.value.clock }, configClock]));
    fresh.add(call);
    announcer.add(call, ageMs);
  };
  const { board, link } = useBoard({ auth, memory, onCall, onConfig: want, onRevoked: revoke });
  const beatClock = useHeartbeat({
    client,
    configVersion: config?.version,
    problems: voice.blocked ? ['sound_blocked'] : [],
    onConfigVersion: want,
    onRefused: useCallback(() => revoke(), [revoke]),
  });
  const clock = newest([
    board && { value: board.value.clock, receivedAtMs: board.receivedAtMs },
    beatClock,
    configClock,
  ]);

  if (config === null || board === null || clock === null) return <WaitingForServer away={away} language={language} />;
  const Screen = settings?.screen === 'counter' ? CounterMonitor : HallScreen;
  return (
    <LanguageContext value={language}>
      <BurnInShift>
        <Screen config={config} board={board} link={link} clock={clock} fresh={fresh.seqs} turn={voice.current} />
      </BurnInShift>
      <SoundButton announcer={announcer} voice={voice} />
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
