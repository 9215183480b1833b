import type { Client } from '@sunbeon/client';
import type { CreateParams, GetListParams, GetListResult, RaRecord, UpdateParams } from 'react-admin';

/** What the server can do for one resource; what is left out it cannot. */
export interface Source {
  list?(params: GetListParams): Promise<GetListResult>;
  one?(id: string, signal?: AbortSignal): Promise<RaRecord>;
  create?(params: CreateParams): Promise<RaRecord>;
  update?(params: UpdateParams): Promise<RaRecord>;
  remove?(id: string): Promise<RaRecord>;
}

export type MakeSource = (client: Client) => Source;

/** Options of a call that react-admin may end: it does when a page is left. */
export const ending = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
