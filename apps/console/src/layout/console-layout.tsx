import type { ReactNode } from 'react';
import { Layout } from 'react-admin';
import { IdleGuard } from '../session/idle-guard.tsx';
import { SessionEnd } from '../session/session-end.tsx';
import { AlertFeed } from './alert-feed.tsx';
import { ConsoleBar } from './console-bar.tsx';
import { ConsoleMenu } from './console-menu.tsx';
import { PageError } from './page-error.tsx';

export function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Layout appBar={ConsoleBar} menu={ConsoleMenu} error={PageError} appBarAlwaysOn>
      <SessionEnd />
      <IdleGuard />
      <AlertFeed />
      {children}
    </Layout>
  );
}
