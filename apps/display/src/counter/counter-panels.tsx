import { formatTime, useLanguage, useTexts } from '@sunbeon/ui';
import type { CSSProperties } from 'react';
import type { ScreenProps } from '../common/screen-props.ts';
import { texts } from '../texts.ts';
import { panelViews, type PanelView } from './panel-view.ts';

/** The counters below this monitor, side by side. */
export function CounterPanels({ config, board, fresh }: Pick<ScreenProps, 'config' | 'board' | 'fresh'>) {
  const language = useLanguage();
  const { office } = board.value;
  const views = panelViews(board.value, config, fresh, language);
  const style = { '--panels': Math.min(4, Math.max(1, views.length)) } as CSSProperties;
  return (
    <div className="monitor__panels" style={style}>
      {views.map((view) => (
        <CounterPanel key={view.number} view={view} zone={office.zone} openNow={office.openNow} />
      ))}
    </div>
  );
}

interface CounterPanelProps {
  view: PanelView;
  zone: string;
  openNow: boolean;
}

function CounterPanel({ view, zone, openNow }: CounterPanelProps) {
  const t = useTexts(texts);
  const { number, state, ticket, waiting, inverted } = view;
  return (
    <section
      className={`panel panel--${state}${inverted ? ' panel--inverted' : ''}`}
      data-testid={`panel-${number}`}
      data-state={state}
      data-inverted={inverted}
    >
      <header className="panel__head">
        <h1 className="panel__counter">
          <span className="panel__window">{t('window_before')}</span>
          <b>{number}</b>
          <span className="panel__window">{t('window_after')}</span>
        </h1>
        <p className="panel__service">{view.service}</p>
      </header>
      <div className="panel__body">
        {ticket === null ? (
          <PanelMessage view={view} zone={zone} openNow={openNow} />
        ) : (
          <p
            className="panel__number"
            data-testid="called-number"
            style={{ '--chars': Math.max(3, ticket.length) } as CSSProperties}
          >
            {ticket}
          </p>
        )}
      </div>
      <footer className="panel__foot">
        <span className="panel__state">
          {ticket !== null && t(view.recall && state === 'called' ? 'recall' : stateText(state))}
        </span>
        {waiting !== null && state !== 'closed' && (
          <span className="panel__waiting" data-testid="waiting">
            {t('waiting_label')} <b>{waiting}</b>
            <span className="panel__unit">{t('people_unit')}</span>
          </span>
        )}
      </footer>
    </section>
  );
}

/** Says why there is no number. */
function PanelMessage({ view, zone, openNow }: CounterPanelProps) {
  const t = useTexts(texts);
  const { state, waiting, pausedUntil } = view;
  if (state === 'unknown') return <p className="panel__word panel__word--small">{t('unknown_counter')}</p>;
  const until = pausedUntil === null ? null : t('paused_until', { time: formatTime(Date.parse(pausedUntil), zone) });
  const notes = {
    open: t(waiting === 0 ? 'open_nobody' : 'open_next_soon'),
    paused: until,
    closed: t(openNow ? 'closed_other_counter' : 'closed_today'),
    called: null,
    serving: null,
  };
  return (
    <>
      <p className="panel__word" style={{ '--chars': t(stateText(state)).length } as CSSProperties}>
        {t(stateText(state))}
      </p>
      {notes[state] !== null && <p className="panel__note">{notes[state]}</p>}
    </>
  );
}

function stateText(state: PanelView['state']) {
  return state === 'unknown' ? 'state_closed' : (`state_${state}` as const);
}
