import type { DevicePermit, DeviceService, PublicService } from '@sunbeon/contract';
import { Button, commonTexts, formatPeople, LevelBadge, localText, useTexts, WaitRange } from '@sunbeon/ui';
import { Main } from '../frame.tsx';
import { liveService, useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import { Pictogram } from '../pictogram.tsx';
import { whereTo } from '../places.ts';
import { PriorityButton } from './choice-screens.tsx';

interface ServiceScreenProps {
  service: DeviceService;
  /** What the visitor looked for, which is handed in there. */
  permit: DevicePermit | null;
  onTake: () => void;
}

/** Everything to know before a ticket is drawn, and the one primary button. */
export function ServiceScreen({ service, permit, onTake }: ServiceScreenProps) {
  const { board, visit, config } = useKiosk();
  const live = liveService(board, service.id);
  return (
    <Main
      name="service"
      title={localText(service.name, visit.language)}
      intro={service.guide && <p className="intro">{localText(service.guide, visit.language)}</p>}
      actions={<TakeButton live={live} onTake={onTake} />}
    >
      <div className="facts">
        {live && <Figures live={live} />}
        <WherePart service={service} />
      </div>
      {permit && <Permit permit={permit} />}
      <Steps service={service} />
      <Documents service={service} />
      <AddOns service={service} />
      {config.priorities.length > 0 && live?.accepting !== false && <PriorityButton />}
    </Main>
  );
}

function Figures({ live }: { live: PublicService }) {
  const { visit } = useKiosk();
  const t = useTexts(kioskTexts);
  return (
    <>
      <div className="fact">
        <p>{t('waiting_now')}</p>
        <p className="fact__value" data-testid="waiting">
          {formatPeople(live.waiting, visit.language)}
        </p>
        {live.level && <LevelBadge level={live.level} />}
      </div>
      <div className="fact">
        <p>{t('wait_expected')}</p>
        <p className={`fact__value ${live.wait ? '' : 'fact__value--words'}`} data-testid="wait">
          <WaitRange service={live} />
        </p>
      </div>
    </>
  );
}

/** Zone and coloured line: the colour is always named, too. */
export function WherePart({ service }: { service: Pick<DeviceService, 'zone' | 'line'> }) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const { zone, line, text } = whereTo(service, config.zones);
  if (zone === null && line === null && text === null) return null;
  return (
    <div className="fact fact--where" data-testid="where">
      <p>{t('where_to')}</p>
      <p className="fact__value fact__value--words">
        {zone && localText(zone.name, visit.language)} {text}
      </p>
      {line && (
        <>
          <span className="line" style={{ background: line.color }} />
          <p>{t('follow_line', { color: localText(line.colorName, visit.language) })}</p>
        </>
      )}
    </div>
  );
}

/** The kind of permit, how long it takes, and what the district has written of it. */
function Permit({ permit: { name, days, note } }: { permit: DevicePermit }) {
  const t = useTexts(kioskTexts);
  return (
    <section className="block" data-testid="permit">
      <h2>{t('permit_kind')}</h2>
      <p lang="ko">{name}</p>
      <p>{days === 0 ? t('permit_at_once') : t('permit_days', { n: days })}</p>
      {note !== '' && <p lang="ko">{note}</p>}
    </section>
  );
}

function Steps({ service }: { service: DeviceService }) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const steps = service.steps.flatMap((id) => config.services.find((one) => one.id === id) ?? []);
  if (steps.length === 0) return null;
  return (
    <section className="block">
      <h2>{t('steps')}</h2>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.id}>
            <span className="steps__number">{index + 1}</span>
            {localText(step.shortName ?? step.name, visit.language)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Documents({ service }: { service: DeviceService }) {
  const { visit } = useKiosk();
  const t = useTexts(kioskTexts);
  return (
    <section className="block">
      <h2>{t('bring')}</h2>
      {service.documents.length === 0 && <p>{t('bring_nothing')}</p>}
      <ul className="documents">
        {service.documents.map((document) => (
          <li key={document.ko}>
            <Pictogram name="check" />
            {localText(document, visit.language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddOns({ service }: { service: DeviceService }) {
  const { visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  if (service.addOns.length === 0) return null;
  return (
    <section className="block">
      <h2>{t('add_ons')}</h2>
      {service.addOns.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          role="checkbox"
          className="wide tick"
          aria-checked={visit.addOns.includes(code)}
          onClick={() => dispatch({ type: 'addOn', code })}
          data-testid={`add-on-${code}`}
        >
          <span className="tick__box">{visit.addOns.includes(code) && <Pictogram name="check" />}</span>
          {localText(name, visit.language)}
        </button>
      ))}
    </section>
  );
}

function TakeButton({ live, onTake }: { live: PublicService | null; onTake: () => void }) {
  const { online } = useKiosk();
  const t = useTexts(kioskTexts);
  const common = useTexts(commonTexts);
  if (live && !live.accepting) {
    return (
      <p className="refusal" role="status" data-testid="not-accepting">
        {common(`closed_${live.acceptingReason ?? 'stopped'}`)}
        {live.acceptingText && (
          <>
            {': '}
            <span lang="ko">{live.acceptingText}</span>
          </>
        )}
      </p>
    );
  }
  if (!online) {
    return (
      <p className="refusal" role="status" data-testid="cannot-issue">
        {t('cannot_issue_away')} {t('ask_staff')}
      </p>
    );
  }
  return (
    <Button kind="primary" className="take" onClick={onTake} data-testid="take-ticket">
      {t('take_ticket')}
    </Button>
  );
}
