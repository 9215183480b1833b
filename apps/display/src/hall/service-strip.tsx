import type { Board, DeviceConfig, PublicService } from '@sunbeon/contract';
import { LevelBadge, localText, useLanguage, useTexts, type Received } from '@sunbeon/ui';
import type { CSSProperties } from 'react';
import { texts } from '../texts.ts';
import { dealPages } from './pages.ts';
import { useTurning } from './use-turning.ts';
import { zoneOf } from './zone-of.ts';

/** More than so many at once could not be read at ten metres; the rest follows on further pages. */
const perPage = 8;
const pageMs = 8_000;

interface ServiceStripProps {
  config: DeviceConfig;
  board: Received<Board>;
  /** Half as many as there are services at a time, unless said. */
  columns?: number;
}

/** People waiting and level of each service. */
export function ServiceStrip({ config, board, ...wish }: ServiceStripProps) {
  const pages = dealPages(board.value.services, perPage);
  const turned = useTurning(pages.length, pageMs);
  const page = pages[turned] ?? [];
  const half = Math.ceil(Math.max(...pages.map(({ length }) => length), 1) / 2);
  const columns = wish.columns ?? Math.max(1, half);
  return (
    <section className="services" style={{ '--columns': columns } as CSSProperties} data-testid="services">
      <ul className="services__page" data-page={turned + 1}>
        {page.map((service) => (
          <ServiceCell key={service.id} service={service} config={config} />
        ))}
      </ul>
      {pages.length > 1 && (
        <p className="services__pages" aria-hidden="true">
          {pages.map((_, index) => (
            <i key={index} data-here={index === turned} />
          ))}
        </p>
      )}
    </section>
  );
}

function ServiceCell({ service, config }: { service: PublicService; config: DeviceConfig }) {
  const language = useLanguage();
  const t = useTexts(texts);
  const short = config.services.find(({ id }) => id === service.id)?.shortName;
  const name = localText(short ?? service.names, language);
  const letters = widthInLetters(name);
  const zone = zoneOf(config, service.id);
  const reason = service.accepting ? undefined : service.acceptingReason;
  return (
    <li
      className={letters > 11 ? 'service service--long' : 'service'}
      style={{ '--zone': zone?.color ?? 'transparent', '--letters': Math.max(6, letters) } as CSSProperties}
      data-testid={`service-${service.code}`}
    >
      <p className="service__name">{name}</p>
      <p className="service__waiting">
        <b>{service.waiting}</b>
        {t('people_unit')}
      </p>
      {reason === undefined || reason === 'closed' ? (
        <LevelBadge level={service.level} />
      ) : (
        <span className="service__stopped">{t(`service_${reason}`)}</span>
      )}
    </li>
  );
}

/** Width of a text in Korean letters: a Latin one is a little more than half as wide. */
function widthInLetters(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u1100' ? 0.58 : 0.92), 0);
}
