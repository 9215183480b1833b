import { OfflineError, ProblemError } from '@sunbeon/client';
import { problemTexts, translator, useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { doorTexts } from '../texts/door-texts.ts';

/** What a field of the door lacks. */
export const missing = ['email_missing', 'password_missing', 'code_missing', 'pin_missing'] as const;
export type Missing = (typeof missing)[number];

const isMissing = (fault: unknown): fault is Missing => (missing as readonly unknown[]).includes(fault);

export interface DoorFault {
  /** One sentence, or null when there is nothing to say. */
  readonly says: string | null;
  /** Seconds until the next attempt counts, after too many. */
  readonly wait: number;
}

/** Why it did not work, in words. @param fault null, something missing, or what was thrown */
export function useDoorFault(fault: unknown): DoorFault {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  const wait = useCountdown(fault);
  const sentence = (code: ProblemError['code']) => translator(problemTexts, language)(code);
  return { wait, says: faultText(fault, wait, t, sentence) };
}

function faultText(
  fault: unknown,
  wait: number,
  t: ReturnType<typeof useTexts<typeof doorTexts>>,
  sentence: (code: ProblemError['code']) => string,
): string | null {
  if (isMissing(fault)) return t(fault);
  if (fault instanceof OfflineError) return t('login_offline');
  if (!(fault instanceof ProblemError)) return fault === null ? null : t('login_fault');
  if (fault.code === 'too_many_requests') return wait > 0 ? t('too_many', { seconds: wait }) : null;
  if (fault.code === 'validation') return sentence('bad_credentials');
  return fault.status < 500 && fault.code in problemTexts ? sentence(fault.code) : t('login_fault');
}

function useCountdown(fault: unknown): number {
  const seconds =
    fault instanceof ProblemError && fault.code === 'too_many_requests' ? Math.ceil(fault.retryAfterSeconds ?? 30) : 0;
  const [passed, setPassed] = useState({ fault, seconds: 0 });
  if (passed.fault !== fault) setPassed({ fault, seconds: 0 });
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => setPassed((now) => ({ ...now, seconds: now.seconds + 1 })), 1_000);
    return () => clearInterval(timer);
  }, [fault, seconds]);
  return Math.max(0, seconds - passed.seconds);
}
