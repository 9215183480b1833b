import type { Session, SessionState } from '@sunbeon/client';
import { LanguageContext, useTexts } from '@sunbeon/ui';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Account } from './account/account.tsx';
import { Apply } from './apply/apply.tsx';
import { Confirm } from './apply/confirm.tsx';
import { Sent } from './apply/sent.tsx';
import { Forgot } from './door/forgot.tsx';
import { goHome } from './door/home.ts';
import { Invitation } from './door/invitation.tsx';
import { LogIn } from './door/log-in.tsx';
import { Reset } from './door/reset.tsx';
import { Loading } from './parts/loading.tsx';
import { Notice } from './parts/notice.tsx';
import { FrameContext, Page } from './parts/page.tsx';
import { addressOf, type Place } from './routing/place.ts';
import { go, Link, usePlace } from './routing/use-place.tsx';
import { SecondFactor } from './second-factor/second-factor.tsx';
import { Setup } from './setup/setup.tsx';
import { Waiting } from './setup/waiting.tsx';
import { workTexts } from './texts/work-texts.ts';
import { firstLanguage, rememberLanguage } from './asking/language.ts';

/** From a stranger's first visit to the first ticket, and everybody's own account. */
export function App({ session }: { session: Session }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const frame = useMemo(
    () => ({
      session,
      onLanguage: () =>
        setLanguage((now) => {
          const next = now === 'ko' ? 'en' : 'ko';
          rememberLanguage(next);
          return next;
        }),
    }),
    [session],
  );
  return (
    <LanguageContext value={language}>
      <FrameContext value={frame}>
        <Screen session={session} />
      </FrameContext>
    </LanguageContext>
  );
}

/** Pages for anybody first; the others need a log-in. */
function Screen({ session }: { session: Session }) {
  const place = usePlace();
  const state = useSyncExternalStore(session.subscribe, session.state);
  switch (place.page) {
    case null:
      return <NotFound />;
    case 'apply':
      return <Apply />;
    case 'sent':
      return <Sent />;
    case 'confirm':
      return <Confirm key={place.token} token={place.token} />;
    case 'invitation':
      return <Invitation key={place.token} token={place.token} />;
    case 'forgot':
      return <Forgot />;
    case 'reset':
      return <Reset key={place.token} token={place.token} />;
    default:
      return <Inside {...{ place, state }} />;
  }
}

/** What needs a session: while it is sought, without one, with one that may only set up its second factor, and in. */
function Inside({ place, state }: { place: Place; state: SessionState }) {
  if (state.phase === 'starting') return <Unanswered kind="loading" />;
  if (state.phase === 'unreachable') return <Unanswered kind="unreachable" />;
  if (state.phase === 'out') return <LogIn place={placeOfLogIn(place)} reason={state.reason} />;
  const { me } = state.answer;
  if (place.page === 'login') return <Arrived key={me.id} {...{ place, me }} />;
  if (place.page === 'second-factor') return <SecondFactor {...{ me, place }} />;
  if (me.session === 'enrolment') return <Arrived key={me.id} {...{ place, me }} />;
  if (place.page === 'waiting') return <Waiting me={me} />;
  return place.page === 'setup' ? <Setup me={me} step={place.step} /> : <Account me={me} />;
}

/** The log-in in another page's place leads back to that page. */
function placeOfLogIn(place: Place): Place {
  if (place.page === 'login') return place;
  return { ...place, step: '', query: new URLSearchParams({ next: location.pathname + location.search }) };
}

/** Logged in at the log-in page: on to where the person wanted to go. */
function Arrived({ place, me }: { place: Place; me: Parameters<typeof goHome>[0] }) {
  useEffect(() => {
    goHome(me, place.page === 'login' ? place.query.get('next') : location.pathname + location.search);
  }, [me, place]);
  return <Unanswered kind="loading" />;
}

function Unanswered({ kind }: { kind: 'loading' | 'unreachable' }) {
  const t = useTexts(workTexts);
  if (kind === 'loading') return <Loading title={t('app')} />;
  return (
    <Page title={t('unreachable')} testId="unreachable">
      <Notice kind="warning">{t('unreachable_hint')}</Notice>
    </Page>
  );
}

function NotFound() {
  const t = useTexts(workTexts);
  return (
    <Page title={t('not_found_title')} testId="not-found">
      <p>{t('not_found')}</p>
      <div className="actions">
        <a className="sb-button" href="/">
          {t('home')}
        </a>
        <Link
          className="sb-button"
          href={addressOf('login')}
          onClick={(event) => {
            event.preventDefault();
            go(addressOf('login'));
          }}
        >
          {t('log_in')}
        </Link>
      </div>
    </Page>
  );
}
