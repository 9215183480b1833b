import { localText, useTexts, formatDay, formatTime } from '@sunbeon/ui';
import { homeItems } from '../home-items.ts';
import { useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import { Main } from '../frame.tsx';
import { Pictogram } from '../pictogram.tsx';
import { GroupCard, ServiceCard } from './service-card.tsx';

/** As many as leave room for the cards; the important ones come first. */
const announcementsShown = 2;

/** What the office has to say here; a text that this language has not stands in Korean. */
function Announcements() {
  const { board, visit } = useKiosk();
  const here = board?.announcements.filter(({ places }) => places.includes('kiosk')) ?? [];
  return here.slice(0, announcementsShown).map((text) => (
    <p
      key={text.ko}
      className={`announcement announcement--${text.level}`}
      lang={text[visit.language] ? undefined : 'ko'}
      data-testid="announcement"
    >
      {localText(text, visit.language)}
    </p>
  ));
}

/** "무엇을 하러 오셨나요?": the cards, the search, the question for priority visitors. */
export function StartScreen() {
  const { config, visit, away } = useKiosk();
  const t = useTexts(kioskTexts);
  const items = homeItems(config);
  const greeting = config.kioskScreen?.greeting;
  return (
    <Main
      name="start"
      title={greeting ? localText(greeting, visit.language) : t('question')}
      intro={
        <>
          {away && (
            <p className="intro" role="status" data-testid="away">
              {t('cannot_issue_away')}
            </p>
          )}
          <Announcements />
        </>
      }
      aside={
        <div className="pair-of-actions">
          <FindButton />
          {config.priorities.length > 0 && <PriorityButton />}
        </div>
      }
    >
      {items.length === 0 && <p className="plain">{t('no_services')}</p>}
      <div className="cards" data-count={items.length}>
        {items.map((item) =>
          item.kind === 'service' ? (
            <ServiceCard key={item.service.id} service={item.service} />
          ) : (
            <GroupCard key={item.group.code} item={item} />
          ),
        )}
      </div>
    </Main>
  );
}

function FindButton() {
  const { dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  return (
    <button
      type="button"
      className="wide"
      onClick={() => dispatch({ type: 'open', screen: { name: 'search', typed: '' } })}
      data-testid="find"
    >
      <Pictogram name="search" />
      <span>
        {t('find')} <small>{t('find_hint')}</small>
      </span>
    </button>
  );
}

/** Asks, or says what was chosen; opens the choice either way. */
export function PriorityButton() {
  const { visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  return (
    <button
      type="button"
      className={`wide ${visit.priority === null ? '' : 'wide--chosen'}`}
      onClick={() => dispatch({ type: 'open', screen: { name: 'priority' } })}
      data-testid="priority"
    >
      <Pictogram name={visit.priority === null ? 'heart' : 'check'} />
      <span>{t(visit.priority === null ? 'priority_ask' : 'priority_chosen')}</span>
    </button>
  );
}

export function GroupScreen({ code }: { code: string }) {
  const { config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const group = config.groups.find((one) => one.code === code);
  const services = config.services.filter((service) => service.atKiosk && service.group === code);
  return (
    <Main
      name="group"
      title={group ? localText(group.name, visit.language) : t('group_question')}
      intro={<p className="intro">{t('group_question')}</p>}
    >
      <div className="cards" data-count={services.length}>
        {services.map((service) => (
          <ServiceCard key={service.id} service={service} />
        ))}
      </div>
    </Main>
  );
}

export function PriorityScreen() {
  const { config, visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  const choose = (code: string | null) => dispatch({ type: 'priority', code });
  return (
    <Main name="priority" title={t('priority_title')} intro={<p className="intro">{t('priority_private')}</p>}>
      <div className="choices">
        {config.priorities.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="wide"
            aria-pressed={visit.priority === code}
            onClick={() => choose(code)}
            data-testid={`priority-${code}`}
          >
            {localText(name, visit.language)}
          </button>
        ))}
        <button type="button" className="wide" onClick={() => choose(null)} data-testid="priority-none">
          {t('priority_none')}
        </button>
      </div>
    </Main>
  );
}

export function HelpScreen() {
  const t = useTexts(kioskTexts);
  const lines = ['help_staff', 'help_steps', 'help_modes', 'help_keys'] as const;
  return (
    <Main name="help" title={t('help_title')}>
      <ul className="help">
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </Main>
  );
}

/** Nothing is given out now: when the office opens, and why it is closed where it said so. */
export function ClosedScreen() {
  const { board, config, visit } = useKiosk();
  const t = useTexts(kioskTexts);
  const office = board?.office;
  const opensAt = office?.opensAt ? Date.parse(office.opensAt) : null;
  const { zone } = config.office;
  const closedText = config.kioskScreen?.closedText;
  return (
    <Main name="closed" title={t('closed_title')}>
      {closedText && <p className="plain">{localText(closedText, visit.language)}</p>}
      {office?.closedReason && <p className="plain">{office.closedReason}</p>}
      {opensAt !== null && (
        <p className="opens" data-testid="opens-at">
          {t('opens_at', { day: formatDay(opensAt, zone, visit.language), time: formatTime(opensAt, zone) })}
        </p>
      )}
    </Main>
  );
}
