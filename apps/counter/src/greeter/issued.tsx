import type { Hall, IssuedTicket } from '@sunbeon/contract';
import { Button, Qr, WaitRange, useLanguage, useTexts } from '@sunbeon/ui';
import { serviceName } from '../hall/ticket-view.ts';
import { greeterTexts } from '../texts/greeter-texts.ts';

interface IssuedProps {
  hall: Hall;
  issued: IssuedTicket;
  onNext: () => void;
}

/** The number just given out, to be turned towards the visitor, with the QR code of its page. */
export function Issued({ hall, issued, onNext }: IssuedProps) {
  const g = useTexts(greeterTexts);
  const language = useLanguage();
  return (
    <div className="issued" data-testid="issued">
      <h2>{g('issued_title')}</h2>
      <p className="issued__number" data-testid="issued-number">
        {issued.number}
      </p>
      <p className="issued__service">{serviceName(hall, issued.serviceId, language)}</p>
      <p>
        {issued.ahead === 0 ? g('issued_first') : g('issued_ahead', { n: issued.ahead })} ·{' '}
        <WaitRange service={issued} />
        {issued.zone !== null && ` · ${g('issued_zone', { zone: issued.zone })}`}
      </p>
      <div className="issued__qr">
        <Qr text={new URL(issued.path, location.origin).href} label={g('issued_qr', { number: issued.number })} />
      </div>
      <p className="column__hint">{g('issued_scan')}</p>
      <Button kind="primary" className="act act--huge" autoFocus onClick={onNext} data-testid="issue-next">
        {g('issued_next')}
      </Button>
    </div>
  );
}
