import type { CallInput, Client } from '@sunbeon/client';
import type { OfficePrinter } from '@sunbeon/contract';
import type { CommandRunner } from './command-runner.ts';

type WithBody = 'transfer' | 'counterPause' | 'complete' | 'hold';
type Body<Name extends WithBody> = CallInput<Name> extends { body?: infer Sent } ? NonNullable<Sent> : never;

/**
 * The commands of one counter, each through the runner. Commands of a counter carry a key and are asked again until
 * their outcome is clear; corrections of a ticket take no key and are asked once.
 */
export function counterCommands(client: Client, runner: CommandRunner, counterId: string) {
  const params = { id: counterId };
  const of = (ticketId: string) => ({ params: { id: ticketId } });
  return {
    open: () => runner.run('open', (asking) => client.call('counterOpen', { params, ...asking })),
    takeOver: () =>
      runner.run('takeOver', (asking) => client.call('counterOpen', { params, body: { takeOver: true }, ...asking })),
    close: () => runner.run('close', (asking) => client.call('counterClose', { params, ...asking })),
    pause: (body: Body<'counterPause'>) =>
      runner.run('pause', (asking) => client.call('counterPause', { params, body, ...asking })),
    resume: () => runner.run('resume', (asking) => client.call('counterResume', { params, ...asking })),
    callNext: () => runner.run('callNext', (asking) => client.call('callNext', { params, ...asking })),
    call: (ticketId: string) =>
      runner.run('call', (asking) => client.call('call', { params, body: { ticketId }, ...asking })),
    recall: () => runner.run('recall', (asking) => client.call('recall', { params, ...asking })),
    start: () => runner.run('start', (asking) => client.call('start', { params, ...asking })),
    complete: (body: Body<'complete'> = {}) =>
      runner.run('complete', (asking) => client.call('complete', { params, body, ...asking })),
    noShow: () => runner.run('noShow', (asking) => client.call('noShow', { params, ...asking })),
    putBack: () => runner.run('putBack', (asking) => client.call('putBack', { params, ...asking })),
    hold: (body: Body<'hold'>) => runner.run('hold', (asking) => client.call('hold', { params, body, ...asking })),
    takeUp: (ticketId: string) =>
      runner.run('takeUp', (asking) => client.call('takeUp', { params, body: { ticketId }, ...asking })),
    transfer: (body: Body<'transfer'>, where: string) =>
      runner.run('transfer', (asking) => client.call('transfer', { params, body, ...asking }), where),
    undo: () => runner.run('undo', (asking) => client.call('undo', { params, ...asking })),
    help: (kind: 'help' | 'emergency') =>
      runner.run('help', (asking) => client.call('help', { params, body: { kind }, ...asking })),
    endHelp: () =>
      runner.run('endHelp', (asking) => client.call('help', { params, body: { kind: 'answer' }, ...asking })),
    /** Says at a colleague's counter that somebody is on the way. */
    answerHelp: (colleagueCounterId: string) =>
      runner.run('answerHelp', (asking) =>
        client.call('help', { params: { id: colleagueCounterId }, body: { kind: 'answer' }, ...asking }),
      ),
    ...corrections(client, runner, of),
  };
}
export type CounterCommands = ReturnType<typeof counterCommands>;

function corrections(client: Client, runner: CommandRunner, of: (ticketId: string) => { params: { id: string } }) {
  return {
    addService: (ticketId: string, serviceId: string) =>
      runner.run('addService', () => client.call('ticketAddService', { ...of(ticketId), body: { serviceId } })),
    priority: (ticketId: string, priority: string | null) =>
      runner.run('priority', () => client.call('ticketPriority', { ...of(ticketId), body: { priority } })),
    cancel: (ticketId: string, reason: string) =>
      runner.run('cancel', () =>
        client.call('ticketCancel', { ...of(ticketId), body: reason === '' ? {} : { reason } }),
      ),
    /** Under a key: asked again when the line broke, it comes out once. */
    reprint: (ticketId: string, { deviceId, name }: Pick<OfficePrinter, 'deviceId' | 'name'>) =>
      runner.reprint(name, (asking) => client.call('ticketPrint', { ...of(ticketId), body: { deviceId }, ...asking })),
    reinstate: (ticketId: string) => runner.run('reinstate', () => client.call('ticketReinstate', of(ticketId))),
  };
}

/** Corrections only, for who works at no counter. */
export function ticketCommands(client: Client, runner: CommandRunner) {
  return corrections(client, runner, (ticketId) => ({ params: { id: ticketId } }));
}
export type TicketCommands = ReturnType<typeof ticketCommands>;
