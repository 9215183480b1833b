import {
  Button,
  Clock,
  languageNames,
  localText,
  locales,
  RehearsalMark,
  StaleBanner,
  useTexts,
  type Staleness,
} from '@sunbeon/ui';
import type { Language } from '@sunbeon/contract';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useKiosk } from './kiosk-context.ts';
import { kioskTexts } from './kiosk-texts.ts';
import { Pictogram } from './pictogram.tsx';
import { displayModes, screenOf } from './visit.ts';

/** The modes of this visitor as attributes of the page, which the styles read. */
export function useModes(): void {
  const { visit } = useKiosk();
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = locales[visit.language];
    page.toggleAttribute('data-low', visit.lowScreen);
    page.dataset['text'] = visit.largeText ? 'large' : 'usual';
    page.dataset['contrast'] = visit.highContrast ? 'high' : 'usual';
    return () => {
      for (const name of ['data-low', 'data-text', 'data-contrast']) page.removeAttribute(name);
    };
  }, [visit]);
}

export function Header({
  nowMs,
  languages,
  staleness,
}: {
  nowMs: number | null;
  languages: readonly Language[];
  staleness: Staleness | null;
}) {
  const { config, visit } = useKiosk();
  return (
    <header className="header">
      <div className="header__title">
        <p className="header__office">{localText(config.office.name, visit.language)}</p>
        {nowMs !== null && (
          <p className="header__clock">
            <Clock nowMs={nowMs} zone={config.office.zone} />
          </p>
        )}
      </div>
      <div className="header__second">
        {languages.length > 1 && <Languages languages={languages} />}
        <RehearsalMark rehearsal={config.tenant.rehearsal} />
      </div>
      <StaleBanner staleness={staleness} />
    </header>
  );
}

function Languages({ languages }: { languages: readonly Language[] }) {
  const { visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  return (
    <div className="header__languages" role="group" aria-label={t('language_choice')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="chip"
          lang={locales[language]}
          aria-pressed={visit.language === language}
          onClick={() => dispatch({ type: 'language', language })}
          data-testid={`language-${language}`}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}

interface FooterProps {
  /** Seconds until the start screen comes back by itself; null = no warning. */
  left: number | null;
  onExtend: () => void;
  onBack: () => void;
  onHome: () => void;
  /** A ticket is being asked for: the way back stays, also over the start screen. */
  onWay: boolean;
}

export function Footer({ left, onExtend, onBack, onHome, onWay }: FooterProps) {
  const { visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  const screen = screenOf(visit).name;
  return (
    <footer className="footer">
      <div className="footer__leaving" role="status" data-testid="leaving">
        {left !== null && (
          <>
            <p>{t('leaving', { n: left })}</p>
            <Button onClick={onExtend} data-testid="stay">
              {t('stay')}
            </Button>
          </>
        )}
      </div>
      <div className="footer__modes" role="group" aria-label={t('modes')}>
        {displayModes.map((mode) => (
          <button
            key={mode}
            type="button"
            className="chip"
            aria-pressed={visit[mode]}
            onClick={() => dispatch({ type: 'mode', mode })}
            data-testid={`mode-${mode}`}
          >
            {t(`mode_${mode}`)}
          </button>
        ))}
        <button
          type="button"
          className="chip"
          onClick={() => dispatch({ type: 'open', screen: { name: 'help' } })}
          data-testid="help"
        >
          {t('help')}
        </button>
      </div>
      {(onWay || screen !== 'start') && (
        <nav className="footer__way">
          <Button onClick={onBack} data-testid="back">
            <Pictogram name="back" />
            {t('back')}
          </Button>
          <Button onClick={onHome} data-testid="restart">
            <Pictogram name="home" />
            {t('restart')}
          </Button>
        </nav>
      )}
    </footer>
  );
}

/** The middle of the screen; what does not fit is reached by two large buttons, never by a gesture. */
export function Main({
  title,
  intro,
  children,
  aside,
  actions,
  name,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** Beside the body, never scrolled away. */
  aside?: ReactNode;
  actions?: ReactNode;
  name: string;
}) {
  const t = useTexts(kioskTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const { body, above, below, turn } = usePages();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className={`main main--${name}`} data-testid={`screen-${name}`}>
      <div className="main__head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {intro}
      </div>
      <div className="main__body" ref={body}>
        {children}
      </div>
      {(above || below) && (
        <div className="main__pages">
          <Button disabled={!above} onClick={() => turn(-1)}>
            <Pictogram name="up" />
            {t('more_above')}
          </Button>
          <Button disabled={!below} onClick={() => turn(1)} data-testid="more-below">
            <Pictogram name="down" />
            {t('more_below')}
          </Button>
        </div>
      )}
      {aside && <div className="main__aside">{aside}</div>}
      {actions && <div className="main__actions">{actions}</div>}
    </main>
  );
}

function usePages() {
  const body = useRef<HTMLDivElement>(null);
  const [edges, setEdges] = useState({ above: false, below: false });
  useEffect(() => {
    const area = body.current;
    if (!area) return;
    const look = () => {
      const rest = area.scrollHeight - area.clientHeight;
      setEdges({ above: area.scrollTop > 4, below: area.scrollTop < rest - 4 });
    };
    const watch = new ResizeObserver(look);
    watch.observe(area);
    for (const child of area.children) watch.observe(child);
    area.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      area.removeEventListener('scroll', look);
    };
  });
  const turn = (pages: number) => body.current?.scrollBy({ top: pages * body.current.clientHeight * 0.85 });
  return { body, ...edges, turn };
}
