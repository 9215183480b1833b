import type { CallInput } from '@sunbeon/client';
import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

/** Invitations to people who are not there yet. */
export const invitationsSource: MakeSource = (client) => ({
  list: async (params) => localList(await client.call('invitationList', ending(params.signal)), params),
  create: ({ data }) => client.call('invitationCreate', { body: data as CallInput<'invitationCreate'>['body'] }),
});
