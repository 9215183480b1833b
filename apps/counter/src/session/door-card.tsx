import { Button, useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, type FormEvent, type ReactNode } from 'react';
import { doorTexts } from '../texts/door-texts.ts';

interface DoorCardProps {
  title: string;
  testId: string;
  onSubmit: () => void;
  onLanguage: () => void;
  children: ReactNode;
}

/** A page of the door: one form under the name of the app. */
export function DoorCard({ title, testId, onSubmit, onLanguage, children }: DoorCardProps) {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <main className="door" data-testid={testId}>
      <form className="door__card" onSubmit={submit} noValidate>
        <p className="door__app">{t('app')}</p>
        <h1>{title}</h1>
        {children}
        <Button kind="quiet" lang={language === 'ko' ? 'en' : 'ko'} onClick={onLanguage} data-testid="language">
          {t('language')}
        </Button>
      </form>
    </main>
  );
}

/** The place where a refusal is said; always there, so that a screen reader hears what comes into it. */
export function DoorFaultNote({ id, says }: { id: string; says: string | null }) {
  return (
    <div id={id} role="alert" data-testid="login-fault">
      {says !== null && <p className="door__fault">{says}</p>}
    </div>
  );
}
