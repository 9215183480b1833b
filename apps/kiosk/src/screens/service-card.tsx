import type { DevicePermit, DeviceService } from '@sunbeon/contract';
import { commonTexts, formatWaiting, LevelBadge, localText, useTexts, WaitRange } from '@sunbeon/ui';
import { liveService, useKiosk } from '../kiosk-context.ts';
import { kioskTexts } from '../kiosk-texts.ts';
import { Pictogram, pictogramOf } from '../pictogram.tsx';
import { serviceScreen } from '../visit.ts';
import type { HomeItem } from '../home-items.ts';

interface ServiceCardProps {
  service: DeviceService;
  /** The kind of permit that is handed in there, and stands on the card in place of the service. */
  permit?: DevicePermit;
  /** Why it is shown. */
  note?: string;
}

/** A service as a large card: picture, name, people waiting, range; or why it takes nobody now. */
export function ServiceCard({ service, permit, note }: ServiceCardProps) {
  const { board, visit, dispatch, config } = useKiosk();
  const group = config.groups.find((one) => one.code === service.group);
  const live = liveService(board, service.id);
  return (
    <button
      type="button"
      className={`card ${live && !live.accepting ? 'card--off' : ''}`}
      onClick={() => dispatch({ type: 'open', screen: serviceScreen(service.id, permit?.code) })}
      data-testid={permit ? `permit-${permit.code}` : `service-${service.code}`}
    >
      <span className="card__picture">
        <Pictogram name={pictogramOf(service.icon ?? group?.icon ?? null)} />
      </span>
      <span className="card__text">
        <span className="card__name" lang={permit && 'ko'}>
          {permit?.name ?? localText(service.name, visit.language)}
        </span>
        {note && <span className="card__note">{note}</span>}
        <CardFigures serviceId={service.id} />
      </span>
    </button>
  );
}

function CardFigures({ serviceId }: { serviceId: string }) {
  const { board, visit } = useKiosk();
  const t = useTexts(commonTexts);
  const live = liveService(board, serviceId);
  if (live === null) return null;
  if (!live.accepting) return <span className="card__figures">{t(`closed_${live.acceptingReason ?? 'stopped'}`)}</span>;
  return (
    <span className="card__figures">
      <span className="card__line">
        <b>{formatWaiting(live.waiting, visit.language)}</b>
        <WaitRange service={live} />
      </span>
      <LevelBadge level={live.level} />
    </span>
  );
}

/** A group as a card: its name, what is inside, how many wait in all. */
export function GroupCard({ item }: { item: Extract<HomeItem, { kind: 'group' }> }) {
  const { board, visit, dispatch } = useKiosk();
  const t = useTexts(kioskTexts);
  const lives = item.services.flatMap(({ id }) => liveService(board, id) ?? []);
  const waiting = lives.reduce((sum, service) => sum + service.waiting, 0);
  return (
    <button
      type="button"
      className="card"
      onClick={() => dispatch({ type: 'open', screen: { name: 'group', group: item.group.code } })}
      data-testid={`group-${item.group.code}`}
    >
      <span className="card__picture">
        <Pictogram name={pictogramOf(item.group.icon ?? 'many')} />
      </span>
      <span className="card__text">
        <span className="card__name">{localText(item.group.name, visit.language)}</span>
        <span className="card__figures">
          <span className="card__line">
            {t('services_count', { n: item.services.length })}
            {lives.length > 0 && <b>{formatWaiting(waiting, visit.language)}</b>}
          </span>
        </span>
      </span>
      <span className="card__more">
        <Pictogram name="next" />
      </span>
    </button>
  );
}
