import { useTexts } from '@sunbeon/ui';
import { useId } from 'react';
import { WrongMark } from '../parts/field.tsx';
import { setupTexts } from '../texts/setup-texts.ts';
import type { ServiceDraft, ServiceFault } from './draft.ts';

interface ServiceRowProps {
  service: ServiceDraft;
  /** Its name in the template: what the tick is called, whatever is typed. */
  title: string;
  fault: ServiceFault | null;
  /** Names of chosen services that need this one. */
  needed: readonly string[];
  onChosen: (chosen: boolean) => void;
  onChange: (service: ServiceDraft) => void;
}

/** A service with its name, its numbers and its target; what is not chosen shows its name only. */
export function ServiceRow({ service, title, fault, needed, onChosen, onChange }: ServiceRowProps) {
  const t = useTexts(setupTexts);
  const id = useId();
  const said = `${id}-said`;
  const { chosen } = service;
  const name = title;
  const input = (key: 'name' | 'from' | 'to' | 'targetMinutes', label: string, wrong: boolean) => ({
    className: `cell-input cell-input--${key}`,
    'aria-label': label,
    'aria-invalid': wrong,
    'aria-describedby': said,
    value: service[key],
    onChange: (event: { target: { value: string } }) => onChange({ ...service, [key]: event.target.value }),
  });
  const range = fault === 'range' || fault === 'overlap' || fault === 'overflow';
  return (
    <li className="service" data-chosen={chosen} data-testid={`service-${service.code}`}>
      <label className="service__name">
        <input
          type="checkbox"
          className="tick"
          checked={chosen}
          aria-label={title}
          aria-describedby={said}
          onChange={(event) => onChosen(event.target.checked)}
        />
        {!chosen && <span aria-hidden="true">{title}</span>}
      </label>
      {chosen && (
        <div className="service__fields">
          <input {...input('name', t('service_name_of', { name }), fault === 'name')} maxLength={200} />
          <span className="service__range">
            {service.prefix !== '' && <b>{service.prefix}</b>}
            <input {...input('from', t('from_of', { name }), range)} inputMode="numeric" maxLength={5} />
            <span aria-hidden="true">–</span>
            <input {...input('to', t('to_of', { name }), range)} inputMode="numeric" maxLength={5} />
          </span>
          <span className="service__target">
            <input
              {...input('targetMinutes', t('target_of', { name }), fault === 'target')}
              inputMode="decimal"
              maxLength={5}
            />
            <span aria-hidden="true">{t('minutes')}</span>
          </span>
        </div>
      )}
      <p id={said} className="service__said">
        {fault !== null && (
          <span className="field__error">
            <WrongMark />
            {t(`fault_${fault}`)}
          </span>
        )}
        {needed.length > 0 && <span className="muted">{t('needed', { names: needed.join(', ') })}</span>}
      </p>
    </li>
  );
}
