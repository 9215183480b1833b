import type { Session } from '@sunbeon/client';
import type { Language } from '@sunbeon/contract';
import { LanguageContext, useRememberedTenant } from '@sunbeon/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { lastLanguage, rememberLanguage } from './choose/last-place.ts';
import { Door } from './session/door.tsx';
import { EnrolFirst } from './session/enrol-first.tsx';
import { Waiting } from './session/waiting.tsx';
import { Workplace } from './workplace.tsx';

/** The calling page: who is logged in decides what is seen. */
export function App({ session }: { session: Session }) {
  const [language, setLanguage] = useState<'ko' | 'en'>(() => lastLanguage() ?? 'ko');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const toggle = () => {
    const next = language === 'ko' ? 'en' : 'ko';
    rememberLanguage(next);
    setLanguage(next);
  };
  return (
    <LanguageContext value={language satisfies Language}>
      <Screen session={session} onLanguage={toggle} />
    </LanguageContext>
  );
}

function Screen({ session, onLanguage }: { session: Session; onLanguage: () => void }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  useRememberedTenant(state.phase === 'in' ? state.answer.me.tenant.slug : null);
  switch (state.phase) {
    case 'in':
      if (state.answer.me.session === 'enrolment') return <EnrolFirst onLogOut={() => void session.logOut()} />;
      return <Workplace key={state.answer.me.id} session={session} me={state.answer.me} onLanguage={onLanguage} />;
    case 'out':
      return <Door session={session} reason={state.reason} onLanguage={onLanguage} />;
    default:
      return <Waiting phase={state.phase} onTry={() => void session.refresh()} />;
  }
}
