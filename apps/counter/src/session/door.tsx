import type { OutReason, Session } from '@sunbeon/client';
import { useState } from 'react';
import { Forgot } from './forgot.tsx';
import { LogIn } from './log-in.tsx';
import { SecondStep } from './second-step.tsx';

interface DoorProps {
  session: Session;
  reason: OutReason;
  onLanguage: () => void;
}

type Step = { name: 'password'; over: boolean } | { name: 'code'; challenge: string } | { name: 'forgot' };

/** The way in: e-mail and password, the code of an app where the account has one, a letter for a forgotten password. */
export function Door({ session, reason, onLanguage }: DoorProps) {
  const [step, setStep] = useState<Step>({ name: 'password', over: false });
  const [email, setEmail] = useState('');
  const back = () => setStep({ name: 'password', over: false });
  switch (step.name) {
    case 'password':
      return (
        <LogIn
          {...{ session, reason, onLanguage, email }}
          over={step.over}
          onEmail={setEmail}
          onChallenge={(challenge) => setStep({ name: 'code', challenge })}
          onForgot={() => setStep({ name: 'forgot' })}
        />
      );
    case 'code':
      return (
        <SecondStep
          {...{ session, onLanguage }}
          challenge={step.challenge}
          onBack={back}
          onOver={() => setStep({ name: 'password', over: true })}
        />
      );
    case 'forgot':
      return <Forgot {...{ session, onLanguage, email }} onEmail={setEmail} onBack={back} />;
  }
}
