import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { kioskTexts } from '../kiosk-texts.ts';
import { choosePort } from '../serial-wire.ts';

/** For who sets the kiosk up: browsers give a port only after a person has chosen it, once. */
export function ChoosePort() {
  const t = useTexts(kioskTexts);
  const [chosen, setChosen] = useState<boolean | null>(null);
  return (
    <main className="loading" data-testid="choose-port">
      <h1>{t('choose_port_title')}</h1>
      <Button kind="primary" onClick={() => void choosePort().then(setChosen)}>
        {t('choose_port')}
      </Button>
      <p role="status">{chosen !== null && t(chosen ? 'choose_port_done' : 'choose_port_none')}</p>
    </main>
  );
}
