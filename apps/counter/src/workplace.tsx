import type { Session } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import { Button, problemTexts, useOfficeClock, useTexts } from '@sunbeon/ui';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ChooseCounter, ChooseOffice } from './choose/choose.tsx';
import { counterNamed, placeAddress, readPlace, type Place } from './choose/address.ts';
import { lastPlace, rememberPlace } from './choose/last-place.ts';
import { CommandRunner } from './commands/command-runner.ts';
import { Desk } from './desk/desk.tsx';
import { FaultBar } from './desk/fault-bar.tsx';
import { LineBar } from './desk/line-bar.tsx';
import { TopBar } from './desk/top-bar.tsx';
import { Greeter } from './greeter/greeter.tsx';
import { HallFeed } from './hall/hall-feed.ts';
import { useOnline } from './hall/use-online.ts';
import { doorTexts } from './texts/door-texts.ts';
import { texts } from './texts/texts.ts';
import { Waiting } from './session/waiting.tsx';
import { PinDialog } from './swap/pin-dialog.tsx';
import { SwapDialog } from './swap/swap-dialog.tsx';

interface WorkplaceProps {
  session: Session;
  me: Me;
  onLanguage: () => void;
}

/** Everything behind the log-in: which office, which counter, and the work itself. */
export function Workplace({ session, me, onLanguage }: WorkplaceProps) {
  const [place, setPlace] = useState<Place>(() => firstPlace(me));
  const logOut = () => void session.logOut();
  const go = (next: Place) => {
    setPlace(next);
    history.replaceState(null, '', placeAddress(location.href, next));
    if (next.counter !== null) rememberPlace(me.id, next);
  };
  const office = me.offices.find(({ slug }) => slug === place.office);
  if (office === undefined) {
    return (
      <>
        <TopBar hall={null} nowMs={0} me={me} onLanguage={onLanguage} onLogOut={logOut} />
        <ChooseOffice me={me} onChoose={(slug) => go({ office: slug, counter: null })} />
      </>
    );
  }
  return (
    <Room key={office.slug} {...{ session, me, place, onLanguage }} office={office.slug} onGo={go} onLogOut={logOut} />
  );
}

/** The place in the address; without one, the only office there is. */
function firstPlace(me: Me): Place {
  const asked = readPlace(location.search);
  const only = me.offices.length === 1 ? (me.offices[0]?.slug ?? null) : null;
  return asked.office === null ? { office: only ?? lastPlace(me.id).office, counter: asked.counter } : asked;
}

interface RoomProps extends WorkplaceProps {
  office: string;
  place: Place;
  onGo: (place: Place) => void;
  onLogOut: () => void;
}

/** One office: its hall, kept live, and the desk chosen in it. */
function Room({ session, me, office, place, onGo, onLanguage, onLogOut }: RoomProps) {
  const { feed, runner } = useMemo(() => makeRoom(session, office), [session, office]);
  useEffect(() => {
    feed.start();
    // The network is back: no need to wait for the next try.
    addEventListener('online', feed.reconnect);
    return () => {
      removeEventListener('online', feed.reconnect);
      feed.stop();
    };
  }, [feed]);
  const { hall: received, link, refused, faults } = useSyncExternalStore(feed.subscribe, feed.state);
  const online = useOnline();
  const nowMs = useOfficeClock(received && { value: received.value.clock, receivedAtMs: received.receivedAtMs });
  const mayOperate = me.permissions.includes('counter.operate');
  const mayIssue = me.permissions.includes('ticket.issue');
  const [greeting, setGreeting] = useState(!mayOperate);
  const [swapping, setSwapping] = useState<'swap' | 'pin' | null>(null);
  const otherOffice = me.offices.length > 1 ? () => onGo({ office: null, counter: null }) : null;
  if (received === null) {
    return refused === null ? (
      <Waiting phase={link.lastContactMs === null ? 'starting' : 'unreachable'} onTry={feed.reconnect} />
    ) : (
      <Refused code={refused} onOther={otherOffice} onLogOut={onLogOut} />
    );
  }
  const hall = received.value;
  const live = link.state === 'live' && online;
  const counter = counterNamed(hall.counters, place.counter);
  const common = { hall, nowMs, me, live, runner, client: session.client };
  const swap = () => setSwapping('swap');
  const close = () => setSwapping(null);
  const own = counter?.staff?.id === me.id ? counter.id : null;
  return (
    <>
      <TopBar {...{ hall, nowMs, me, onLanguage, onLogOut }} {...((mayOperate || mayIssue) && { onSwap: swap })}>
        <PlaceSwitch
          {...{ greeting, mayOperate, mayIssue }}
          counter={counter?.number ?? null}
          onGreeting={setGreeting}
          onChange={() => onGo({ office, counter: null })}
          onOther={otherOffice}
        />
      </TopBar>
      <LineBar hall={received} link={link} live={live} onReconnect={feed.reconnect} />
      <FaultBar faults={faults} />
      {greeting && mayIssue && (
        <Greeter {...common} office={office} mayCorrect={mayOperate || me.permissions.includes('ticket.correct')} />
      )}
      {!greeting && counter !== null && <Desk key={counter.id} {...common} {...{ office, counter }} onSwap={swap} />}
      {!greeting && counter === null && (
        <ChooseCounter
          {...{ hall, me, nowMs, mayIssue }}
          last={lastPlace(me.id).office === office ? lastPlace(me.id).counter : null}
          unknown={place.counter}
          onChoose={({ number }) => onGo({ office, counter: number })}
          onGreeter={() => setGreeting(true)}
        />
      )}
      {!mayOperate && !mayIssue && <NoWork />}
      {swapping === 'swap' && (
        <SwapDialog {...{ session, me, office }} counterId={own} onSetPin={() => setSwapping('pin')} onClose={close} />
      )}
      {swapping === 'pin' && <PinDialog session={session} onClose={close} />}
    </>
  );
}

function makeRoom(session: Session, office: string) {
  const feed = new HallFeed({
    office,
    client: session.client,
    accessToken: () => session.accessToken,
    renew: async () => (await session.refresh()).phase === 'in',
  });
  return { feed, runner: new CommandRunner((revision) => feed.reached(revision)) };
}

interface PlaceSwitchProps {
  greeting: boolean;
  mayOperate: boolean;
  mayIssue: boolean;
  counter: string | null;
  onGreeting: (greeting: boolean) => void;
  onChange: () => void;
  onOther: (() => void) | null;
}

/** Where one works: at a counter or at the greeter's desk; the way to another counter or office. */
function PlaceSwitch({ greeting, mayOperate, mayIssue, counter, onGreeting, onChange, onOther }: PlaceSwitchProps) {
  const t = useTexts(texts);
  const door = useTexts(doorTexts);
  return (
    <>
      {mayOperate && mayIssue && (
        <div className="switch" role="group" aria-label={door('choose_counter')}>
          <button type="button" aria-pressed={!greeting} onClick={() => onGreeting(false)} data-testid="tab-desk">
            {counter === null ? t('tab_desk') : t('at_counter', { counter })}
          </button>
          <button type="button" aria-pressed={greeting} onClick={() => onGreeting(true)} data-testid="tab-greeter">
            {t('tab_greeter')}
          </button>
        </div>
      )}
      {!greeting && counter !== null && (
        <Button kind="quiet" className="top-bar__button" onClick={onChange} data-testid="change-counter">
          {t('change_counter')}
        </Button>
      )}
      {onOther !== null && (
        <Button kind="quiet" className="top-bar__button" onClick={onOther} data-testid="change-office">
          {door('other_office')}
        </Button>
      )}
    </>
  );
}

function NoWork() {
  const t = useTexts(doorTexts);
  return (
    <main className="choose" data-testid="no-work">
      <h1>{t('no_work')}</h1>
    </main>
  );
}

interface RefusedProps {
  code: keyof typeof problemTexts;
  onOther: (() => void) | null;
  onLogOut: () => void;
}

function Refused({ code, onOther, onLogOut }: RefusedProps) {
  const t = useTexts(doorTexts);
  const p = useTexts(problemTexts);
  return (
    <main className="choose" data-testid="refused">
      <h1>{t('refused')}</h1>
      <p>{code in problemTexts ? p(code) : ''}</p>
      <div className="sheet__actions">
        {onOther !== null && <Button onClick={onOther}>{t('other_office')}</Button>}
        <Button onClick={onLogOut}>{t('log_out')}</Button>
      </div>
    </main>
  );
}
