import { answer, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { onOtherPerson } from '../api/other-person';
import { queryText, type LeadQuery } from './filters';
import { idle } from './idle';
import { LeadList, type LeadSource } from './lead-list';
import type { ListPage } from './row-book';

/** Lists kept for coming back to: from a lead, or from another tab. */
const MAX_LISTS = 6;
const lists = new Map<string, LeadList>();

const source: LeadSource = {
  readPage: async (query, signal) => {
    const request = { params: { query }, signal };
    if (query.cursor === undefined) return answer(api.GET('/api/v1/leads', request));
    const text = await answer(api.GET('/api/v1/leads', { ...request, parseAs: 'text' }));
    // Read in one moment, placed in another: each fits between two frames.
    await idle();
    const page = JSON.parse(text) as ListPage;
    await idle();
    return page;
  },
  readOne: async (id) => {
    try {
      return await answer(api.GET('/api/v1/leads/{id}', { params: { path: { id } } }));
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return null;
      throw error;
    }
  },
};

/** Tells lists apart. */
export function listKey(query: LeadQuery, userId: string): string {
  return `${userId} ${queryText(query)}`;
}

/** The list for a question: the one of before, where the reader left it, or a new one. */
export function openList(query: LeadQuery, userId: string): LeadList {
  const key = listKey(query, userId);
  const list = lists.get(key) ?? new LeadList(query, source, userId);
  lists.delete(key);
  lists.set(key, list);
  for (const [oldest, old] of lists) {
    if (lists.size <= MAX_LISTS) break;
    old.close();
    lists.delete(oldest);
  }
  return list;
}

onOtherPerson(() => {
  for (const list of lists.values()) list.close();
  lists.clear();
});
