import type { Session } from '@sunbeon/client';

export function App({ session }: { session: Session }) {
  return <main>{session.state().phase}</main>;
}
