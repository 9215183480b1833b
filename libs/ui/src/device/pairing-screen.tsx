import { useState, type FormEvent } from 'react';
import { commonTexts } from '../common-texts.ts';
import { useTexts } from '../language.ts';
import { Button } from '../parts/small-parts.tsx';
import type { DeviceView } from './use-device.ts';

interface PairingScreenProps {
  kind: 'kiosk' | 'display';
  view: Pick<DeviceView, 'pairing' | 'fault' | 'revoked' | 'pair'>;
}

/** Asks for the pairing code; says why a device is not paired (any more) and why a code did not work. */
export function PairingScreen({ kind, view }: PairingScreenProps) {
  const t = useTexts(commonTexts);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') view.pair(code.trim());
  };
  return (
    <main className="sb-pairing" data-testid="pairing">
      <h1>{t(`pair_title_${kind}`)}</h1>
      <p data-testid={view.revoked ? 'revoked' : undefined}>{t(view.revoked ? 'pair_revoked' : 'pair_help')}</p>
      <form onSubmit={submit}>
        <label htmlFor="pair-code">{t('pair_code')}</label>
        <input
          id="pair-code"
          name="code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-describedby="pair-status"
          aria-invalid={view.fault !== null}
        />
        <p id="pair-status" role="status" className="sb-pairing__error" data-testid="pairing-fault">
          {view.fault !== null && t(`pair_${view.fault}`)}
        </p>
        <Button kind="primary" type="submit" disabled={view.pairing} data-testid="pair-submit">
          {t(view.pairing ? 'pair_working' : 'pair_submit')}
        </Button>
      </form>
    </main>
  );
}
