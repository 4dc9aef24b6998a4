import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { queryClient } from '../api/query-client';
import type { components } from '../api/schema';
import { toastDone } from '../app/toast';
import { mergedFilters, readFilters, writeFilters, type FilterSearch, type LeadFilters } from './filters';

export type SavedView = components['schemas']['LeadView'];
type ViewQuery = components['schemas']['NewLeadViewInput']['query'];

const KEY = ['lead-views'] as const;

/** The views the person saved, in their order. */
export function useLeadViews(): SavedView[] {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await answer(api.GET('/api/v1/lead-views'))).items,
    staleTime: 5 * 60_000,
  });
  return data ?? [];
}

/** The filters of a saved view. */
export function filtersOfView({ id, query }: SavedView): LeadFilters {
  const search: FilterSearch = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  );
  return { ...readFilters(search), tab: 'all', viewId: id };
}

/** What is kept of filters: those of the tab too, but not the view they came from. */
export function keptFilters(filters: LeadFilters): FilterSearch {
  return writeFilters({ ...mergedFilters(filters), viewId: null });
}

/** Whether filters are no more those of the view. */
export function differs(view: SavedView, filters: LeadFilters): boolean {
  const address = (kept: FilterSearch): string => new URLSearchParams(Object.entries(kept).sort()).toString();
  return address(keptFilters(filtersOfView(view))) !== address(keptFilters(filters));
}

/** Saving, changing, moving and deleting views. Each throws ApiProblem when it was refused. */
export function useViewActions() {
  const { t } = useTranslation('leads');
  const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY });
  const save = async (
    view: SavedView,
    change: { name?: string; query?: FilterSearch; position?: number },
  ) => {
    const { name, query } = view;
    await answer(
      api.PUT('/api/v1/lead-views/{id}', {
        params: { path: { id: view.id }, header: { 'If-Match': `"${view.version}"` } },
        body: { name, query, ...change } as { name: string; query: ViewQuery; position?: number },
      }),
    ).finally(readAgain);
  };
  const create = async (name: string, query: FilterSearch): Promise<SavedView> => {
    const view = await answer(api.POST('/api/v1/lead-views', { body: { name, query: query as ViewQuery } }));
    await readAgain();
    return view;
  };
  return {
    create: async (name: string, filters: LeadFilters): Promise<SavedView> => {
      const view = await create(name, keptFilters(filters));
      toastDone(t('view.saved', { name }));
      return view;
    },
    rename: async (view: SavedView, name: string): Promise<void> => {
      await save(view, { name });
      toastDone(t('view.renamed'));
    },
    update: async (view: SavedView, filters: LeadFilters): Promise<void> => {
      await save(view, { query: keptFilters(filters) });
      toastDone(t('view.updated', { name: view.name }));
    },
    move: (view: SavedView, position: number): Promise<void> => save(view, { position }),
    remove: async (view: SavedView): Promise<void> => {
      await answer(api.DELETE('/api/v1/lead-views/{id}', { params: { path: { id: view.id } } }));
      await readAgain();
      toastDone(t('view.deleted', { name: view.name }), async () => {
        const again = await create(view.name, view.query as FilterSearch);
        if (again.position !== view.position) await save(again, { position: view.position });
      });
    },
  };
}
