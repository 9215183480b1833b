import type { Hall, Me } from '@sunbeon/contract';
import { Button, Clock, Keycap, RehearsalMark, localText, useLanguage, useTexts } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import { keyTable } from '../commands/keys.ts';
import { doorTexts } from '../texts/door-texts.ts';
import { texts } from '../texts/texts.ts';

interface TopBarProps {
  hall: Hall | null;
  nowMs: number;
  me: Me;
  children?: ReactNode;
  onLanguage: () => void;
  onLogOut: () => void;
  /** Another person is to go on here; left out where nobody can. */
  onSwap?: () => void;
}

/** Office, place of work, clock, person. */
export function TopBar({ hall, nowMs, me, children, onLanguage, onLogOut, onSwap }: TopBarProps) {
  const t = useTexts(texts);
  const door = useTexts(doorTexts);
  const language = useLanguage();
  const office = hall?.board.office;
  return (
    <header className="top-bar">
      <p className="top-bar__office">
        <b>{office ? localText(office.names, language) : me.tenant.name}</b>
        {hall && <RehearsalMark rehearsal={hall.board.rehearsal} />}
        {office && !office.openNow && (
          <span className="chip" data-testid="office-closed">
            {office.closedReason ? t('office_closed_because', { reason: office.closedReason }) : t('office_closed')}
          </span>
        )}
        {office?.nightOffice && office.openNow && <span className="chip">{t('night_office')}</span>}
      </p>
      <div className="top-bar__place">{children}</div>
      {office && (
        <span className="top-bar__clock">
          <Clock nowMs={nowMs} zone={office.zone} />
        </span>
      )}
      <span className="top-bar__person" data-testid="me">
        {me.name}
      </span>
      {onSwap && (
        <Button kind="quiet" className="top-bar__button" onClick={onSwap} data-testid="swap">
          {t('act_swap')} <Keycap>{keyTable.swap.cap}</Keycap>
        </Button>
      )}
      <Button
        kind="quiet"
        className="top-bar__button"
        lang={language === 'ko' ? 'en' : 'ko'}
        onClick={onLanguage}
        data-testid="language"
      >
        {door('language')}
      </Button>
      <Button kind="quiet" className="top-bar__button" onClick={onLogOut} data-testid="logout">
        {door('log_out')}
      </Button>
    </header>
  );
}
