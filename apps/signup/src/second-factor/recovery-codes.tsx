import { Button, locales, useLanguage, useTexts } from '@sunbeon/ui';
import { useState, type FormEvent } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { WrongMark } from '../parts/field.tsx';
import { secondFactorTexts } from '../texts/second-factor-texts.ts';

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  onKept: () => void;
}

/** The ten codes, this once: to print, to copy, and only then onward. */
export function RecoveryCodes({ codes, email, onKept }: RecoveryCodesProps) {
  const t = useTexts(secondFactorTexts);
  const language = useLanguage();
  const [kept, setKept] = useState(false);
  const [tried, setTried] = useState(false);
  const date = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(Date.now());
  const head = t('codes_print_head', { email, date });
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (kept) onKept();
  };
  return (
    <form className="form" onSubmit={goOn} data-testid="recovery-codes">
      <div className="stack stack--close">
        <p className="print-only">{head}</p>
        <ol className="codes" aria-label={t('codes_label')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <div className="actions no-print">
          <CopyButton text={[head, ...codes].join('\n')}>{t('codes_copy')}</CopyButton>
          <Button onClick={() => print()}>{t('codes_print')}</Button>
        </div>
      </div>
      <div className="no-print">
        <label className="check">
          <input
            type="checkbox"
            checked={kept}
            aria-describedby="kept-said"
            onChange={(event) => setKept(event.target.checked)}
            data-testid="codes-kept"
          />
          <span>{t('codes_kept')}</span>
        </label>
        <div id="kept-said" role="alert">
          {tried && !kept && (
            <p className="field__error">
              <WrongMark />
              {t('codes_keep_first')}
            </p>
          )}
        </div>
      </div>
      <div className="actions no-print">
        <Button kind="primary" type="submit" data-testid="codes-go-on">
          {t('go_on')}
        </Button>
      </div>
    </form>
  );
}
