import type { Hall, HallCounter } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import type { KeyAction } from '../commands/keys.ts';
import { formatDuration } from '../hall/ticket-view.ts';
import type { DeskAction } from '../hall/what-may-be-done.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { texts } from '../texts/texts.ts';

interface ActionBarProps {
  hall: Hall;
  counter: HallCounter;
  may: ReadonlySet<DeskAction>;
  blocked: boolean;
  nowMs: number;
  onAct: (action: KeyAction) => void;
}

/** Most wanted first; of these, the first that may be done is the large one. */
const leading: readonly DeskAction[] = ['open', 'takeOver', 'resume', 'callNext', 'start', 'complete'];
/** What finishes or moves the present ticket. */
const main: readonly KeyAction[] = [
  'recall',
  'complete',
  'completeWith',
  'noShow',
  'putBack',
  'hold',
  'transfer',
  'call',
  'takeUp',
  'reinstate',
];
const minor: readonly DeskAction[] = ['addService', 'priority', 'cancel', 'pause', 'close', 'help', 'endHelp'];

/** Exactly what may be done now, as buttons with their keys. Order never changes, so that hands learn the places. */
export function ActionBar({ hall, counter, may, blocked, nowMs, onAct }: ActionBarProps) {
  const t = useTexts(texts);
  const first = leading.find((action) => may.has(action));
  const offered = (action: KeyAction) =>
    action !== first && (action === 'completeWith' ? may.has('complete') : may.has(action as DeskAction));
  const busy = counter.ticket !== null && !may.has('takeOver');
  return (
    <div className="actions">
      <div className="actions__main">
        {first && <ActionButton action={first} kind="primary" size="huge" blocked={blocked} onAct={onAct} />}
        {may.has('undo') && <Undo counter={counter} nowMs={nowMs} blocked={blocked} onAct={onAct} />}
      </div>
      <div className="actions__grid">
        {main.filter(offered).map((action) => (
          <ActionButton key={action} action={action} blocked={blocked} onAct={onAct}>
            <Count hall={hall} action={action} />
          </ActionButton>
        ))}
      </div>
      <div className="actions__minor">
        {minor
          .filter((action) => may.has(action))
          .map((action) => (
            <ActionButton key={action} action={action} kind="quiet" size="small" blocked={blocked} onAct={onAct} />
          ))}
        <ActionButton action="keys" kind="quiet" size="small" blocked={false} onAct={onAct} />
      </div>
      {busy && <p className="actions__hint">{t('close_later')}</p>}
    </div>
  );
}

/** How many tickets lie behind the button. */
function Count({ hall, action }: { hall: Hall; action: KeyAction }) {
  const t = useTexts(texts);
  if (action !== 'takeUp' && action !== 'reinstate') return null;
  const n = action === 'takeUp' ? hall.held.length : hall.absent.length;
  return <small>{t('people', { n })}</small>;
}

const moveTexts = {
  call: 'move_call',
  start: 'move_start',
  complete: 'move_complete',
  next_step: 'move_next_step',
  no_show: 'move_no_show',
  put_back: 'move_put_back',
  hold: 'move_hold',
  take_up: 'move_take_up',
  transfer: 'move_transfer',
  cancel: 'move_cancel',
} as const;

function Undo({ counter, nowMs, blocked, onAct }: Pick<ActionBarProps, 'counter' | 'nowMs' | 'blocked' | 'onAct'>) {
  const t = useTexts(texts);
  const { undo } = counter;
  if (undo === null) return null;
  const key = undo.move in moveTexts ? moveTexts[undo.move as keyof typeof moveTexts] : 'move_other';
  const left = formatDuration(Date.parse(undo.until) - nowMs + 999);
  return (
    <ActionButton action="undo" size="large" blocked={blocked} onAct={onAct}>
      <small data-testid="undo-left">
        {t(key)} · {t('undo_left', { time: left })}
      </small>
    </ActionButton>
  );
}
