import type { Client } from '@sunbeon/client';
import type { HallTicket, OfficePrinter } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import type { TicketCommands } from '../commands/counter-commands.ts';
import { Choices } from '../parts/choices.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';
import { DialogForm, type DialogProps } from './dialog-form.tsx';

interface ReprintDialogProps extends DialogProps {
  client: Client;
  office: string;
  ticket: Pick<HallTicket, 'id' | 'number'>;
  run: Pick<TicketCommands, 'reprint'>;
}

/** The same number once more on paper, marked 재발행: at which printer, and how that one is. */
export function ReprintDialog({ client, office, ticket, run, ...rest }: ReprintDialogProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const printers = usePrinters(client, office);
  const [chosen, setChosen] = useState<string | null>(null);
  const printer = printers?.find(({ deviceId }) => deviceId === chosen) ?? bestOf(printers ?? []);
  return (
    <DialogForm
      {...rest}
      title={`${ticket.number} · ${t('act_reprint')}`}
      testId="dialog-reprint"
      submit={d('reprint_send')}
      incomplete={printer === undefined}
      confirm
      onSubmit={() => (printer ? run.reprint(ticket.id, printer) : Promise.resolve(false))}
    >
      <p>{d('reprint_text', { number: ticket.number })}</p>
      {printers?.length === 0 && <p role="status">{d('reprint_none')}</p>}
      {printer && printers && (
        <Choices
          legend={d('reprint_where')}
          choices={printers.map(({ deviceId, name, state }) => ({
            value: deviceId,
            label: name,
            ...(state !== null && state !== 'none' && { hint: d(`printer_${state}`) }),
          }))}
          value={printer.deviceId}
          onChange={setChosen}
        />
      )}
    </DialogForm>
  );
}

/** One that can print now; else any. */
const bestOf = (printers: readonly OfficePrinter[]): OfficePrinter | undefined =>
  printers.find(({ state }) => state === null || state === 'ok' || state === 'near_end') ?? printers[0];

/** null until they are known; none when they cannot be had, which the line above the desk tells. */
function usePrinters(client: Client, office: string): readonly OfficePrinter[] | null {
  const [printers, setPrinters] = useState<readonly OfficePrinter[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    client
      .call('officePrinters', { params: { office }, signal: stop.signal })
      .then(setPrinters)
      .catch(() => !stop.signal.aborted && setPrinters([]));
    return () => stop.abort();
  }, [client, office]);
  return printers;
}
