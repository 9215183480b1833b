import type { Hall, HallCounter } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Form, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { CounterRow } from '../../data/sources/counters.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { OrderedChoices } from '../../parts/ordered-choices.tsx';
import { useAct } from '../../parts/use-act.ts';
import { hallTexts } from './hall-texts.ts';

interface MoveCounterProps {
  counter: HallCounter;
  services: Hall['services'];
  onClose: () => void;
}

/** Other services for a counter, in order of preference, from the next call on. */
export function MoveCounter(props: MoveCounterProps) {
  // Read anew, whatever the list of counters last showed: the change goes back with this version.
  const { data } = useGetOne<CounterRow>('counters', { id: props.counter.id }, { staleTime: 0, gcTime: 0 });
  if (!data) return null;
  return (
    <Form record={{ id: data.id, services: data.services }}>
      <MoveDialog {...props} row={data} />
    </Form>
  );
}

function MoveDialog({ counter, services, onClose, row }: MoveCounterProps & { row: CounterRow }) {
  const t = useTexts(hallTexts);
  const language = useLanguage();
  const { act, busy, fault } = useAct({ inDialog: true });
  const wanted = useWatch<{ services: string[] }, 'services'>({ name: 'services' });
  const choices = services.map(({ code, name }) => ({ id: code, name: localText(name, language) }));
  const go = async () => {
    const body = { name: row.name, services: wanted ?? [], version: row.version };
    const done = await act((call) => call('counterUpdate', { params: { id: row.id }, body }), t('moved'));
    if (done !== undefined) onClose();
  };
  return (
    <AskDialog
      title={t('move_of', { counter: counter.number })}
      says={t('move_says')}
      go={t('move_go')}
      busy={busy}
      fault={fault}
      onGo={() => void go()}
      onClose={onClose}
    >
      <OrderedChoices source="services" label={t('move_services')} helperText="" choices={choices} />
    </AskDialog>
  );
}
