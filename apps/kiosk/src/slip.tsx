import type { IssuedTicket } from '@sunbeon/contract';
import { formatDay, formatPeople, formatTime, formatWait, localText, Qr, useTexts } from '@sunbeon/ui';
import { useEffect, useRef } from 'react';
import { useKiosk } from './kiosk-context.ts';
import { kioskTexts } from './kiosk-texts.ts';
import { whereTo } from './places.ts';

/** Each ticket is handed to the print dialog once per page, however often React mounts. */
const printed = new Set<string>();

/** The ticket on 80 mm paper by the browser's own print dialog. Seen on paper only. */
export function Slip({ ticket }: { ticket: IssuedTicket }) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const slip = useRef<HTMLElement>(null);
  useEffect(() => {
    if (printed.has(ticket.id) || !slip.current) return;
    printed.add(ticket.id);
    void printSlip(slip.current);
  }, [ticket]);
  const { language } = visit;
  const service = config.services.find((one) => one.id === ticket.serviceId);
  const { zone, line, text } = whereTo(ticket, config.zones);
  const issuedAtMs = Date.parse(ticket.issuedAt);
  return (
    <section className="slip" ref={slip} aria-hidden="true" data-testid="slip">
      <p className="slip__office">{localText(config.office.name, language)}</p>
      <p className="slip__service">{service && localText(service.name, language)}</p>
      <p className="slip__number">{ticket.number}</p>
      <dl>
        <dt>{t('people_ahead')}</dt>
        <dd>{formatPeople(ticket.ahead, language)}</dd>
        <dt>{t('wait_expected')}</dt>
        <dd>{formatWait(ticket, language)}</dd>
        {(zone || text) && (
          <>
            <dt>{t('where_to')}</dt>
            <dd>
              {zone && localText(zone.name, language)} {text}
            </dd>
          </>
        )}
      </dl>
      {line && <p>{t('follow_line', { color: localText(line.colorName, language) })}</p>}
      {service && service.documents.length > 0 && (
        <>
          <p className="slip__heading">{t('bring')}</p>
          <ul>
            {service.documents.map((document) => (
              <li key={document.ko}>□ {localText(document, language)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="slip__qr">
        <Qr text={`${location.origin}${ticket.path}`} label={t('qr_label')} />
      </div>
      <p className="slip__small">{t('qr_label')}</p>
      <p className="slip__small">
        {t('issued_at')} {formatDay(issuedAtMs, config.office.zone, language)}{' '}
        {formatTime(issuedAtMs, config.office.zone)}
        {config.tenant.rehearsal && ' · 연습'}
      </p>
    </section>
  );
}

/** A roll has no page length: the page is made as long as the slip. */
async function printSlip(slip: HTMLElement): Promise<void> {
  await document.fonts.ready;
  const pixelsPerMm = 96 / 25.4;
  slip.classList.add('slip--measured');
  const heightMm = Math.ceil(slip.getBoundingClientRect().height / pixelsPerMm) + 4;
  slip.classList.remove('slip--measured');
  const page = document.createElement('style');
  page.textContent = `@page { size: 80mm ${heightMm}mm; margin: 0; }`;
  document.head.append(page);
  addEventListener('afterprint', () => page.remove(), { once: true });
  print();
}
