import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useQuery } from '@tanstack/react-query';
import { DateInput, SelectInput, TextInput, useListContext } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import type { TicketFilter } from '../../data/sources/tickets.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { ticketTexts } from './ticket-texts.ts';
import { ticketStates } from './ticket-words.ts';

/** Office, number, days, state, service, counter. */
export function useTicketFilters() {
  const t = useTexts(ticketTexts);
  const part = useTexts(partTexts);
  const offices = useOfficeChoices();
  const states = ticketStates.map((id) => ({ id, name: t(`state_${id}`) }));
  return [
    ...(offices.length > 1
      ? [<SelectInput key="office" source="office" label={part('office')} choices={offices} alwaysOn isRequired />]
      : []),
    <TextInput key="number" source="number" label={t('filter_number')} alwaysOn resettable />,
    <DateInput key="from" source="from" label={t('filter_from')} alwaysOn />,
    <DateInput key="to" source="to" label={t('filter_to')} alwaysOn />,
    <SelectInput key="state" source="state" label={t('state')} choices={states} alwaysOn />,
    <ServiceInput key="service" source="service" alwaysOn />,
    <CounterInput key="counter" source="counter" alwaysOn />,
  ];
}

function ServiceInput({ source }: { source: string; alwaysOn?: boolean }) {
  const t = useTexts(ticketTexts);
  const language = useLanguage();
  const services = useChosenHall()?.services ?? [];
  const choices = services.map(({ id, name }) => ({ id, name: localText(name, language) }));
  return <SelectInput source={source} label={t('service')} choices={choices} />;
}

function CounterInput({ source }: { source: string; alwaysOn?: boolean }) {
  const t = useTexts(ticketTexts);
  const counters = useChosenHall()?.counters ?? [];
  const choices = counters.map(({ id, number }) => ({ id, name: t('at_counter', { number }) }));
  return <SelectInput source={source} label={t('counter')} choices={choices} />;
}

/** The hall of the office whose tickets are shown: it names services and counters. */
function useChosenHall() {
  const data = useConsoleData();
  const { filterValues } = useListContext();
  const { office } = filterValues as TicketFilter;
  const { data: hall } = useQuery({
    queryKey: ['hall', office],
    queryFn: () => data.call('hall', { params: { office: office ?? '' } }),
    enabled: office !== undefined,
    staleTime: 300_000,
  });
  return hall;
}
