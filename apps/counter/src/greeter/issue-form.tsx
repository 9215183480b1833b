import { languages } from './choices-of-hall.ts';
import type { Hall, Language } from '@sunbeon/contract';
import { Button, LevelBadge, WaitRange, commonTexts, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { matches } from '../dialogs/matches.ts';
import { Choices } from '../parts/choices.tsx';
import { priorityCodes, usePriorityName } from '../parts/priority-name.ts';
import { greeterTexts } from '../texts/greeter-texts.ts';
import { texts } from '../texts/texts.ts';

export interface IssueOrder {
  readonly serviceId: string;
  readonly addOns: string[];
  readonly language: Language;
  readonly priority?: string;
}

interface IssueFormProps {
  hall: Hall;
  blocked: boolean;
  pending: boolean;
  onIssue: (order: IssueOrder) => Promise<boolean>;
  children?: ReactNode;
}

/** Which service, what together with it, priority, language; one button gives the number out. */
export function IssueForm({ hall, blocked, pending, onIssue, children }: IssueFormProps) {
  const t = useTexts(texts);
  const g = useTexts(greeterTexts);
  const priorityName = usePriorityName(hall);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [addOns, setAddOns] = useState<readonly string[]>([]);
  const [priority, setPriority] = useState('');
  const [visitorLanguage, setVisitorLanguage] = useState<Language>('ko');
  const service = hall.services.find(({ id }) => id === serviceId) ?? null;
  const accepting = hall.board.services.find(({ id }) => id === serviceId)?.accepting ?? true;
  const ready = service !== null && accepting && !blocked;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const order = { serviceId: service.id, addOns: [...addOns], language: visitorLanguage };
    void onIssue(priority === '' ? order : { ...order, priority });
  };
  return (
    <form className="issue" onSubmit={submit}>
      <ServicePicker
        hall={hall}
        value={serviceId}
        onChange={(id) => {
          setServiceId(id);
          setAddOns([]);
        }}
      />
      <div className="issue__options">
        {service !== null && service.addOns.length > 0 && (
          <AddOns service={service} value={addOns} onChange={setAddOns} />
        )}
        <Choices
          legend={g('priority')}
          row
          choices={[
            { value: '', label: t('priority_none') },
            ...priorityCodes(hall).map((value) => ({ value, label: priorityName(value) })),
          ]}
          value={priority}
          onChange={setPriority}
        />
        <p className="column__hint">{g('priority_hint')}</p>
        <Choices
          legend={g('language')}
          row
          choices={languages.map((value) => ({ value, label: g(`lang_${value}`) }))}
          value={visitorLanguage}
          onChange={setVisitorLanguage}
        />
        {children}
        <Button kind="primary" type="submit" className="act act--huge" aria-disabled={!ready} data-testid="issue">
          {pending ? g('issuing') : g('issue')}
        </Button>
        {service === null && <p className="column__hint">{g('pick_first')}</p>}
      </div>
    </form>
  );
}

function ServicePicker({
  hall,
  value,
  onChange,
}: {
  hall: Hall;
  value: string | null;
  onChange: (id: string) => void;
}) {
  const g = useTexts(greeterTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const shown = hall.services.filter((service) =>
    matches(`${localText(service.name, language)} ${service.name.ko} ${service.code}`, typed),
  );
  return (
    <fieldset className="issue__services">
      <legend>{g('which_service')}</legend>
      <label className="field field--search">
        <span className="visually-hidden">{g('search')}</span>
        <input
          type="search"
          placeholder={g('search')}
          value={typed}
          autoFocus
          data-testid="service-search"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className="issue__list">
        {shown.map((service) => (
          <ServiceChoice
            key={service.id}
            hall={hall}
            service={service}
            checked={service.id === value}
            onChoose={() => onChange(service.id)}
          />
        ))}
        {shown.length === 0 && <p>{g('search_none')}</p>}
      </div>
    </fieldset>
  );
}

interface ServiceChoiceProps {
  hall: Hall;
  service: Hall['services'][number];
  checked: boolean;
  onChoose: () => void;
}

function ServiceChoice({ hall, service, checked, onChoose }: ServiceChoiceProps) {
  const t = useTexts(texts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const board = hall.board.services.find(({ id }) => id === service.id);
  const closed = board && !board.accepting ? common(`closed_${board.acceptingReason ?? 'closed'}`) : null;
  return (
    <label className="choice" data-testid={`issue-${service.code}`} aria-disabled={closed !== null}>
      <input type="radio" name="service" checked={checked} disabled={closed !== null} onChange={onChoose} />
      <span>
        {localText(service.name, language)}
        {board && (
          <small>
            {closed ?? (
              <>
                <LevelBadge level={board.level} /> {t('people', { n: board.waiting })} · <WaitRange service={board} />
              </>
            )}
          </small>
        )}
      </span>
    </label>
  );
}

interface AddOnsProps {
  service: Hall['services'][number];
  value: readonly string[];
  onChange: (codes: readonly string[]) => void;
}

function AddOns({ service, value, onChange }: AddOnsProps) {
  const g = useTexts(greeterTexts);
  const language = useLanguage();
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  return (
    <fieldset className="choices choices--row">
      <legend>{g('add_ons')}</legend>
      {service.addOns.map(({ code, name }) => (
        <label key={code} className="choice">
          <input type="checkbox" checked={value.includes(code)} onChange={() => toggle(code)} />
          <span>{localText(name, language)}</span>
        </label>
      ))}
    </fieldset>
  );
}
