import type { Session } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { createContext, useContext, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { addressOf } from '../routing/place.ts';
import { Link } from '../routing/use-place.tsx';
import { workTexts } from '../texts/work-texts.ts';

interface Frame {
  readonly session: Session;
  readonly onLanguage: () => void;
}

/** What every page needs and no page owns. */
export const FrameContext = createContext<Frame | null>(null);

export function useSession(): Session {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('no session around this page');
  return frame.session;
}

interface PageProps {
  title: string;
  /** A line under the title. */
  about?: ReactNode;
  /** A line above the title: which part of what this is. */
  eyebrow?: string;
  /** narrow = one form; wide = the set-up with its steps. */
  width?: 'narrow' | 'wide';
  /** Beside the content on wide screens, above it on narrow ones. */
  aside?: ReactNode;
  testId: string;
  children: ReactNode;
}

/** True once a page was shown: those that follow take the focus, the first leaves it to the browser. */
let followed = false;

/** A page: header, title, content. Its title is told to screen readers when it takes the place of another. */
export function Page({ title, about, eyebrow, width = 'narrow', aside, testId, children }: PageProps) {
  const t = useTexts(workTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - ${t('app')}`;
  }, [title, t]);
  useEffect(() => {
    const main = heading.current?.closest('main');
    const taken = main?.contains(document.activeElement) ?? false;
    if (followed && !taken) heading.current?.focus({ preventScroll: true });
    followed = true;
  }, [testId]);
  return (
    <>
      <Header />
      <Offline />
      <div className={`page page--${width}`}>
        {aside}
        <main id="main" className="page__main" data-testid={testId}>
          <header className="page__head">
            {eyebrow !== undefined && <p className="page__eyebrow">{eyebrow}</p>}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {about !== undefined && <p className="page__about">{about}</p>}
          </header>
          {children}
        </main>
      </div>
    </>
  );
}

function Header() {
  const t = useTexts(workTexts);
  const frame = useContext(FrameContext);
  const skip = () => document.getElementById('main')?.querySelector('h1')?.focus();
  return (
    <header className="bar">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The secret of a link stands in the fragment: it must stay.
          event.preventDefault();
          skip();
        }}
      >
        {t('skip')}
      </a>
      <div className="bar__inside">
        <a className="bar__app" href="/">
          {t('app')} <span>{t('app_about')}</span>
        </a>
        {frame && <Actions {...frame} />}
      </div>
    </header>
  );
}

function Actions({ session, onLanguage }: Frame) {
  const t = useTexts(workTexts);
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { phase } = state;
  // Who must set up the second factor first can open nothing else.
  const full = state.phase === 'in' && state.answer.me.session === 'full';
  return (
    <nav className="bar__actions" aria-label={t('account')}>
      {full && <Link href={addressOf('account')}>{t('account')}</Link>}
      {phase === 'in' && (
        <button type="button" onClick={() => void session.logOut()} data-testid="log-out">
          {t('log_out')}
        </button>
      )}
      {phase === 'out' && <Link href={addressOf('login')}>{t('log_in')}</Link>}
      <button
        type="button"
        lang={t('language') === 'English' ? 'en' : 'ko'}
        onClick={onLanguage}
        data-testid="language"
      >
        {t('language')}
      </button>
    </nav>
  );
}

const subscribeOnline = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

function Offline() {
  const t = useTexts(workTexts);
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="offline" data-testid="offline">
          {t('offline_now')}
        </p>
      )}
    </div>
  );
}
