import type { CallOutput } from '@sunbeon/client';
import type { SetupProgress } from '@sunbeon/contract';
import { Button, Qr, useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { Fault, Notice } from '../parts/notice.tsx';
import { useSession } from '../parts/page.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import { workTexts } from '../texts/work-texts.ts';
import { useWork } from '../asking/use-work.ts';
import { limitSaid } from './limit-said.ts';
import { WaitingFor } from './waiting-for.tsx';
import { WizardPage } from './wizard-page.tsx';

type Code = CallOutput<'pairingCode'>;

interface KioskStepProps {
  known: SetupProgress;
  /** The server does not answer at present. */
  lost: boolean;
  onNext: () => void;
}

/** The first kiosk: a code to enter there, or to scan, and then it is seen to be connected. */
export function KioskStep({ known, lost, onNext }: KioskStepProps) {
  const t = useTexts(setupTexts);
  const language = useLanguage();
  const session = useSession();
  const work = useWork();
  const [code, setCode] = useState<Code | null>(null);
  const office = known.office?.slug;
  const paired = known.kiosk?.paired === true;
  const make = () =>
    work.run(async () => {
      if (office === undefined) return;
      const device = { office, kind: 'kiosk' as const, name: t('kiosk_name') };
      const id = known.kiosk?.id ?? (await session.client.call('deviceCreate', { body: device })).id;
      setCode(await session.client.call('pairingCode', { params: { id } }));
    });
  return (
    <WizardPage known={known} step="kiosk" title={t('kiosk_title')} about={t('kiosk_about')}>
      <div role="status">
        {paired && (
          <Notice kind="success" testId="kiosk-paired">
            {t('kiosk_paired', { name: known.kiosk?.name ?? '' })}
          </Notice>
        )}
      </div>
      {!paired && code !== null && <PairingCode key={code.code} code={code} lost={lost} onAgain={make} />}
      <Fault fault={work.fault} said={{ plan_limit: limitSaid(work.fault, language) }} />
      <div className="actions">
        {!paired && code === null && (
          <Button kind="primary" aria-disabled={work.working} onClick={make} data-testid="make-code">
            {t(work.working ? 'kiosk_working' : 'kiosk_begin')}
          </Button>
        )}
        <Button kind={paired ? 'primary' : 'quiet'} onClick={onNext} data-testid="setup-next">
          {t(paired ? 'next' : 'skip')}
        </Button>
      </div>
    </WizardPage>
  );
}

function PairingCode({ code, lost, onAgain }: { code: Code; lost: boolean; onAgain: () => void }) {
  const t = useTexts(setupTexts);
  const words = useTexts(workTexts);
  const left = useSecondsLeft(code.expiresAt);
  const kiosk = `${location.origin}/kiosk/`;
  const direct = `${kiosk}?${new URLSearchParams({ pair: code.code })}`;
  if (left <= 0)
    return (
      <div className="stack">
        <Notice kind="warning">{t('kiosk_over')}</Notice>
        <div className="actions">
          <Button kind="primary" onClick={onAgain} data-testid="make-code">
            {t('kiosk_again')}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="pairing">
      <div className="stack">
        <ol className="numbered">
          <li>
            <div className="stack stack--close">
              <p>{t('kiosk_open')}</p>
              <p>
                <b className="pairing__address">{kiosk}</b>
              </p>
            </div>
          </li>
          <li>
            <div className="stack stack--close">
              <p id="pairing-code">{t('kiosk_type')}</p>
              <p className="pairing__code" aria-labelledby="pairing-code" data-testid="pairing-code">
                {code.code}
              </p>
              <p className="muted" data-testid="code-left">
                {t('kiosk_left', { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') })}
              </p>
            </div>
          </li>
        </ol>
        <p>
          <a href={direct} target="_blank" rel="noopener" data-testid="kiosk-here">
            {t('kiosk_or_here')} {words('new_tab')}
          </a>
        </p>
        <WaitingFor lost={lost}>{t('kiosk_waiting')}</WaitingFor>
      </div>
      <figure className="pairing__scan">
        <div className="enrol__qr">
          <Qr text={direct} label={t('kiosk_qr')} />
        </div>
        <figcaption>{t('kiosk_or_scan')}</figcaption>
      </figure>
    </div>
  );
}

/** Whole seconds until an instant, by this browser's clock. */
function useSecondsLeft(instant: string): number {
  const left = () => Math.ceil((Date.parse(instant) - Date.now()) / 1_000);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.ceil((Date.parse(instant) - Date.now()) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}
