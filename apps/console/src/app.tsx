import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import type { Session } from '@sunbeon/client';
import { LanguageContext } from '@sunbeon/ui';
import { useEffect, useMemo, type ReactNode } from 'react';
import { AdminContext, AdminUI, useLocaleState } from 'react-admin';
import { BrowserRouter } from 'react-router-dom';
import { createDataProvider } from './data/data-provider.ts';
import { makeQueryClient } from './data/query-client.ts';
import { i18nProvider } from './i18n/i18n-provider.ts';
import { ConsoleLayout } from './layout/console-layout.tsx';
import { NotFound } from './layout/not-found.tsx';
import { Home } from './pages/home/home.tsx';
import { pages } from './pages/pages.tsx';
import { resources } from './resources/resources.tsx';
import { createAuthProvider } from './session/auth-provider.ts';
import { LogInPage } from './session/log-in-page.tsx';
import { SessionContext } from './session/session-context.ts';
import { Unreachable } from './session/unreachable.tsx';
import { consoleStore } from './session/console-store.ts';
import { darkTheme, lightTheme } from './theme/theme.ts';

/** The nonce that the server gave this page: styles without it do not count. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const styles = createCache({ key: 'sb', ...(nonce && { nonce }) });

/** The console. Telemetry of react-admin is off: no address of ours goes to others. */
export function App({ session }: { session: Session }) {
  const parts = useMemo(
    () => ({
      dataProvider: createDataProvider(session.client),
      authProvider: createAuthProvider(session),
      queryClient: makeQueryClient(),
      store: consoleStore(),
    }),
    [session],
  );
  return (
    <CacheProvider value={styles}>
      <SessionContext value={session}>
        <BrowserRouter basename="/console">
          <AdminContext {...parts} i18nProvider={i18nProvider} lightTheme={lightTheme} darkTheme={darkTheme}>
            <Language>
              <AdminUI
                disableTelemetry
                requireAuth
                title="순번"
                layout={ConsoleLayout}
                loginPage={LogInPage}
                dashboard={Home}
                loading={Unreachable}
                catchAll={NotFound}
              >
                {resources}
                {pages}
              </AdminUI>
            </Language>
          </AdminContext>
        </BrowserRouter>
      </SessionContext>
    </CacheProvider>
  );
}

/** react-admin's language is that of our own texts, and of the page. */
function Language({ children }: { children: ReactNode }) {
  const [locale] = useLocaleState();
  const language = locale === 'en' ? 'en' : 'ko';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
