import {
  commonTexts,
  LanguageContext,
  PairingScreen,
  staleness,
  translator,
  useBoard,
  useDevice,
  useDeviceCommands,
  useOfficeClock,
  useTexts,
  type DeviceView,
  type PairedDevice,
  type Received,
} from '@sunbeon/ui';
import type { ClockReading, DeviceConfig, Language } from './contract-values.ts';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { Footer, Header, useModes } from './frame.tsx';
import { KioskContext, useKiosk, type Kiosk } from './kiosk-context.ts';
import { kioskTexts } from './kiosk-texts.ts';
import { ClosedScreen, GroupScreen, HelpScreen, PriorityScreen, StartScreen } from './screens/choice-screens.tsx';
import { NoticesScreen, type GivenContact } from './screens/notices-screen.tsx';
import { SearchScreen } from './screens/search-screen.tsx';
import { ServiceScreen } from './screens/service-screen.tsx';
import { IssuingScreen, TicketScreen } from './screens/ticket-screens.tsx';
import type { Paper } from './paper.ts';
import { ChoosePort } from './screens/choose-port.tsx';
import { Promotion } from './promotion.tsx';
import { Slip } from './slip.tsx';
import { useConfig, useHeartbeat } from './use-config.ts';
import { useIdle } from './use-idle.ts';
import { useIssue } from './use-issue.ts';
import { useAway } from './use-away.ts';
import { languagesOf } from './languages-of.ts';
import { isPreview, PreviewKiosk } from './preview.tsx';
import { useKeypad } from './use-keypad.ts';
import { useMillimetres } from './use-millimetres.ts';
import { usePaper } from './use-paper.ts';
import type { PrinterState } from './use-serial.ts';
import { isUntouched, newVisit, screenOf, visitReducer } from './visit.ts';

/** Paper by the browser's print dialog is asked for in the address, too: `?print=1`. */
const address = new URLSearchParams(location.search);
const printsByAddress = address.get('print') === '1';
/** `?printer=choose`: the page on which the port of a printer is chosen, once, by who sets the kiosk up. */
const choosing = address.get('printer') === 'choose';
const usualIdleSeconds = 60;
/** A number is read and scanned in this time; the warning of 20 s is part of it. */
const ticketIdleSeconds = 50;

export function App() {
  return isPreview ? <PreviewKiosk /> : <Device />;
}

function Device() {
  const view = useDevice('kiosk');
  if (view.device === null) return <PairingScreen kind="kiosk" view={view} />;
  return <PairedKiosk key={view.device.deviceId} device={view.device} view={view} />;
}

function PairedKiosk({ device, view }: { device: PairedDevice; view: DeviceView }) {
  const memory = useMemo(() => view.store.config(device.deviceId), [view.store, device.deviceId]);
  const { config, reload } = useConfig(view.client, memory, view.revoke);
  const [printer, setPrinter] = useState<PrinterState | null>(null);
  useHeartbeat(view.client, {
    configVersion: config?.value.version,
    printer: printer ?? (printsHere(config?.value) ? 'ok' : 'none'),
    onConfig: reload,
    onRefused: view.revoke,
  });
  useMillimetres(config?.value.settings.diagonalInches);
  if (config === null) return <Loading />;
  if (choosing) return <ChoosePort />;
  return <Hall config={config.value} device={device} view={view} reload={reload} onPrinter={setPrinter} />;
}

/** By the dialog of this browser. */
const printsHere = (config: DeviceConfig | undefined) => printsByAddress || config?.settings.printer?.way === 'browser';

function Loading() {
  const t = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 5_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="loading" data-testid="loading">
      <h1>{t('starting')}</h1>
      <p role="status">{slow && common('pair_offline')}</p>
    </main>
  );
}

/** The institution's halls rest: no tickets, and whoever stands here is told whom to ask. */
function Resting() {
  const ko = translator(commonTexts, 'ko');
  const en = translator(commonTexts, 'en');
  return (
    <main className="loading" data-testid="resting">
      <div role="status" className="resting">
        <h1>
          {ko('resting')
            .split(/(?<=\.) /)
            .map((sentence) => (
              <span key={sentence}>{sentence} </span>
            ))}
        </h1>
        <p lang="en">{en('resting')}</p>
      </div>
    </main>
  );
}

interface HallProps {
  config: DeviceConfig;
  device: PairedDevice;
  view: DeviceView;
  reload: () => void;
  onPrinter: (state: PrinterState | null) => void;
}

function Hall({ config, device, view, reload, onPrinter }: HallProps) {
  const auth = useMemo(() => ({ deviceToken: device.token }), [device]);
  const { onCommand, sign } = useDeviceCommands({ client: view.client, name: config.device.name });
  const { board, link, resting } = useBoard({ auth, onConfig: reload, onRevoked: view.revoke, onCommand });
  const live = link.state === 'live';
  // A change of the settings is said once; who was not connected then did not hear it.
  useEffect(() => {
    if (live) reload();
  }, [live, reload]);
  const languages = languagesOf(config);
  const first = languages[0] ?? 'ko';
  const [visit, dispatch] = useReducer(visitReducer, first, newVisit);
  const away = useAway(live, board !== null);
  const kiosk: Kiosk = { config, board: board?.value ?? null, online: live, away, visit, dispatch };
  const reading = useMemo<Received<ClockReading> | null>(
    () => board && { value: board.value.clock, receivedAtMs: board.receivedAtMs },
    [board],
  );
  if (resting) return <Resting />;
  return (
    <KioskContext value={kiosk}>
      <LanguageContext value={visit.language}>
        <Walk view={view} device={device} reload={reload} first={first} onPrinter={onPrinter}>
          <TimedHeader reading={reading} languages={languages} staleness={staleness(board, link, visit.language)} />
        </Walk>
        <Promotion client={view.client} deviceId={device.deviceId} reading={reading} free={isUntouched(visit, first)} />
        {sign}
      </LanguageContext>
    </KioskContext>
  );
}

/** The clock ticks here, so that a second redraws the header and nothing else. */
function TimedHeader({
  reading,
  ...rest
}: Omit<Parameters<typeof Header>[0], 'nowMs'> & { reading: Received<ClockReading> | null }) {
  const nowMs = useOfficeClock(reading);
  return <Header {...rest} nowMs={reading ? nowMs : null} />;
}

interface WalkProps {
  view: DeviceView;
  device: PairedDevice;
  reload: () => void;
  first: Language;
  onPrinter: (state: PrinterState | null) => void;
  children: React.ReactNode;
}

/** One visit: screens, the ticket being asked for, and the return to the start. */
function Walk({ view, device, reload, first, onPrinter, children }: WalkProps) {
  const { config, visit, dispatch } = useKiosk();
  const screen = screenOf(visit);
  const { issuing, take, leave } = useIssue({
    client: view.client,
    deviceId: device.deviceId,
    onTicket: (ticket) => dispatch({ type: 'open', screen: { name: 'ticket', ticket } }),
    onRefused: view.revoke,
    onChanged: reload,
  });
  const ticket = screen.name === 'ticket' ? screen.ticket : null;
  const byDialog = printsHere(config);
  const { paper, answer } = usePaper(view.client, ticket, config.settings.printer, onPrinter);
  useModes();
  const idle = screen.name === 'ticket' ? ticketIdleSeconds : (config.settings.idleSeconds ?? usualIdleSeconds);
  const busy = issuing.state !== 'idle' || !isUntouched(visit, first);
  const { left, extend } = useIdle(idle, busy, () => {
    leave();
    dispatch({ type: 'leave', language: first });
  });
  const onHome = useCallback(() => {
    leave();
    dispatch({ type: 'restart' });
  }, [leave, dispatch]);
  const asking = issuing.state !== 'idle';
  const onBack = useCallback(() => (asking ? onHome() : dispatch({ type: 'back' })), [asking, onHome, dispatch]);
  useKeypad(onBack, onHome);
  const onDone = () => dispatch({ type: 'leave', language: first });
  const onTake = (serviceId: string, contact?: GivenContact) =>
    take({
      ...contact,
      serviceId,
      addOns: [...visit.addOns],
      language: visit.language,
      ...(visit.priority !== null && { priority: visit.priority }),
    });
  return (
    <div className="kiosk">
      {children}
      {asking ? (
        <IssuingScreen key={issuing.state} issuing={issuing} onRefusedSeen={onHome} />
      ) : (
        <CurrentScreen
          key={JSON.stringify({ ...screen, typed: '' })}
          onTake={onTake}
          onDone={onDone}
          paper={byDialog ? 'there' : paper}
          onAnswer={answer}
        />
      )}
      <Footer left={left} onExtend={extend} onBack={onBack} onHome={onHome} onWay={asking} />
      {byDialog && ticket && <Slip ticket={ticket} />}
    </div>
  );
}

interface CurrentScreenProps {
  onTake: (serviceId: string, contact?: GivenContact) => void;
  onDone: () => void;
  paper: Paper;
  onAnswer: (cameOut: boolean) => void;
}

function CurrentScreen({ onTake, onDone, paper, onAnswer }: CurrentScreenProps) {
  const { config, board, visit, dispatch } = useKiosk();
  const screen = screenOf(visit);
  switch (screen.name) {
    case 'start':
      return isClosed(board) ? <ClosedScreen /> : <StartScreen />;
    case 'group':
      return <GroupScreen code={screen.group} />;
    case 'search':
      return <SearchScreen typed={screen.typed} />;
    case 'priority':
      return <PriorityScreen />;
    case 'help':
      return <HelpScreen />;
    case 'ticket':
      return <TicketScreen ticket={screen.ticket} paper={paper} onAnswer={onAnswer} onDone={onDone} />;
    case 'service': {
      const service = config.services.find((one) => one.id === screen.serviceId);
      if (!service) return <StartScreen />;
      const next = () =>
        config.notices
          ? dispatch({ type: 'open', screen: { name: 'notices', serviceId: service.id } })
          : onTake(service.id);
      const permit = config.permits?.find(({ code }) => code === screen.permit) ?? null;
      return <ServiceScreen service={service} permit={permit} onTake={next} />;
    }
    case 'notices': {
      const onAnswer = (contact?: GivenContact) => onTake(screen.serviceId, contact);
      return <NoticesScreen consent={config.notices?.consent} onTake={onAnswer} />;
    }
  }
}

/** Closed, and no service takes anybody before the opening either. */
function isClosed(board: Kiosk['board']): boolean {
  return board !== null && !board.office.openNow && board.services.every((service) => !service.accepting);
}
