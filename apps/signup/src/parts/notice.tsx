import { ProblemError } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { workTexts } from '../texts/work-texts.ts';
import { explain, type Said } from '../asking/explain.ts';

export type NoticeKind = 'information' | 'success' | 'warning' | 'danger';

const marks: Readonly<Record<NoticeKind, string>> = {
  information: 'M12 11v6M12 7.2v.6',
  success: 'm7.5 12.5 3 3 6-6.5',
  warning: 'M12 7v6.5M12 16.2v.6',
  danger: 'm8.5 8.5 7 7m0-7-7 7',
};

/** A boxed sentence; its kind is told by colour, edge and shape, and by its words. */
export function Notice({ kind, children, testId }: { kind: NoticeKind; children: ReactNode; testId?: string }) {
  return (
    <div className={`notice notice--${kind}`} data-testid={testId}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d={marks[kind]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <div>{children}</div>
    </div>
  );
}

interface FaultProps {
  fault: unknown;
  /** Sentences of the page for codes that mean something special here. */
  said?: Said;
}

/** Why something did not work, told at once to screen readers; after too many attempts with the time to wait. */
export function Fault({ fault, said = {} }: FaultProps) {
  return (
    <div role="alert" data-testid="fault">
      {fault !== null && <FaultText key={String(fault)} {...{ fault, said }} />}
    </div>
  );
}

function FaultText({ fault, said }: Required<FaultProps>) {
  const t = useTexts(workTexts);
  const language = useLanguage();
  if (fault instanceof ProblemError && fault.code === 'too_many_requests')
    return <TooMany key={fault.traceId} seconds={Math.ceil(fault.retryAfterSeconds ?? 30)} />;
  const { sentence, traceId } = explain(fault, language, said);
  return (
    <Notice kind="danger">
      <p>{sentence}</p>
      {traceId !== null && <p className="notice__more">{t('trace', { trace: traceId })}</p>}
    </Notice>
  );
}

/** Counts down in the sentence; a screen reader hears the first one only, or it would speak each second. */
function TooMany({ seconds }: { seconds: number }) {
  const t = useTexts(workTexts);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const endsAt = Date.now() + seconds * 1_000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000))), 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
  const sentence = (n: number) =>
    n > 90 ? t('too_many_minutes', { minutes: Math.ceil(n / 60) }) : t('too_many', { seconds: n });
  if (left === 0) return <Notice kind="information">{t('too_many_over')}</Notice>;
  return (
    <Notice kind="danger">
      <span className="visually-hidden">{sentence(seconds)}</span>
      <span aria-hidden="true" data-testid="countdown">
        {sentence(left)}
      </span>
    </Notice>
  );
}
