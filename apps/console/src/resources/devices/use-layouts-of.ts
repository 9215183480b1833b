import { useGetList } from 'react-admin';
import type { LayoutRow } from '../../data/sources/layouts.ts';

/** Layouts of an office for a kind of screen, by name. */
export function useLayoutsOf(office: string | undefined, screen: string | undefined) {
  const { data, isPending } = useGetList<LayoutRow>('layouts', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  });
  const layouts = (data ?? []).filter((one) => one.office === office && one.screen === (screen ?? 'hall'));
  return { layouts, isLoaded: !isPending };
}
