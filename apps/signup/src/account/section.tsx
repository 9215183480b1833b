import { useId, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';

interface SectionProps {
  title: string;
  about?: ReactNode;
  /** What was done a moment ago. */
  done?: string | null;
  testId: string;
  children: ReactNode;
}

/** A part of the account page. What was done is told where it was done, and to screen readers. */
export function Section({ title, about, done = null, testId, children }: SectionProps) {
  const id = useId();
  return (
    <section className="block" aria-labelledby={id} data-testid={testId}>
      <h2 id={id}>{title}</h2>
      {about !== undefined && <p className="muted">{about}</p>}
      <div role="status">{done !== null && <Notice kind="success">{done}</Notice>}</div>
      {children}
    </section>
  );
}
