import type { Consent } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { Main } from '../frame.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import { grouped, isComplete, phoneStart, withDigit } from '../phone-number.ts';
import { Pictogram } from '../pictogram.tsx';

/** A number that its owner gave, and the version of the text that stood beside it. */
export interface GivenContact {
  readonly phone: string;
  readonly consentVersion: number;
}

interface NoticesProps {
  /** undefined when the office turned notices off meanwhile */
  consent: Consent | undefined;
  onTake: (contact?: GivenContact) => void;
}

/**
 * The last question before a ticket: a phone number, for who wants notices. Refusing is as easy as agreeing. What is typed
 * lives in this screen alone, and goes with it.
 */
export function NoticesScreen({ consent, onTake }: NoticesProps) {
  const { visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const [digits, setDigits] = useState(phoneStart);
  const type = (digit: string) => setDigits((known) => withDigit(known, digit));
  const erase = () => setDigits((known) => known.slice(0, -1));
  useDigitKeys(type, erase);
  return (
    <Main
      name="notices"
      title={t('notices_title')}
      intro={<p className="intro">{t('notices_intro')}</p>}
      actions={
        <>
          {/* Private: a picture of this page must not carry the number off. */}
          <p className="phone" data-private="" aria-live="polite">
            <span>{t('notices_number')}</span>
            <output data-testid="phone">{grouped(digits)}</output>
          </p>
          <Digits onDigit={type} onErase={erase} onClear={() => setDigits('')} />
          <Answers consent={consent} digits={digits} onTake={onTake} />
        </>
      }
    >
      {consent && (
        <section className="consent" data-testid="consent" data-version={consent.version}>
          <h2>{t('notices_consent')}</h2>
          <p>{consent.text[visit.language] ?? consent.text.ko}</p>
        </section>
      )}
    </Main>
  );
}

function Answers({ consent, digits, onTake }: NoticesProps & { digits: string }) {
  const { online } = useKiosk();
  const t = useTexts(kioskTexts);
  if (!online) {
    return (
      <p className="refusal" role="status" data-testid="cannot-issue">
        {t('cannot_issue_away')} {t('ask_staff')}
      </p>
    );
  }
  const complete = consent !== undefined && isComplete(digits);
  return (
    <div className="answers">
      <Button className="take" onClick={() => onTake()} data-testid="notices-without">
        {t('notices_without')}
      </Button>
      <Button
        kind="primary"
        className="take"
        aria-disabled={!complete}
        onClick={() => complete && onTake({ phone: digits, consentVersion: consent.version })}
        data-testid="notices-agree"
      >
        {t('notices_agree')}
      </Button>
    </div>
  );
}

interface DigitsProps {
  onDigit: (digit: string) => void;
  onErase: () => void;
  onClear: () => void;
}

function Digits({ onDigit, onErase, onClear }: DigitsProps) {
  const t = useTexts(kioskTexts);
  return (
    <div className="digits">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Button key={digit} onClick={() => onDigit(digit)} data-testid={`digit-${digit}`}>
          {digit}
        </Button>
      ))}
      <Button className="digits__word" onClick={onClear} data-testid="digits-clear">
        {t('notices_clear')}
      </Button>
      <Button onClick={() => onDigit('0')} data-testid="digit-0">
        0
      </Button>
      <Button onClick={onErase} aria-label={t('notices_erase')} data-testid="digits-erase">
        <Pictogram name="erase" />
      </Button>
    </div>
  );
}

/** Kiosks with a keypad of keys: its digits type, too. */
function useDigitKeys(onDigit: (digit: string) => void, onErase: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) onDigit(event.key);
      else if (event.key === 'Backspace') onErase();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
