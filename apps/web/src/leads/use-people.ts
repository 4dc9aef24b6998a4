import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../api/client';
import type { components } from '../api/schema';
import { useMay, useUser } from '../api/session';

export type Person = Pick<components['schemas']['User'], 'id' | 'name' | 'role' | 'active' | 'pointsOfSale'>;

const PAGE = 200;
/** More people than this are a directory, not a list to choose from. */
const MAX_PEOPLE = 3_000;

async function readEverybody(): Promise<Person[]> {
  const people: Person[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, sort: 'name' as const, ...(cursor ? { cursor } : {}) };
    const page = await answer(api.GET('/api/v1/users', { params: { query } }));
    people.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && people.length < MAX_PEOPLE);
  return people;
}

export type People = {
  /** Everybody the person may see, by name. */
  all: Person[];
  nameOf: (id: string) => string | undefined;
};

/** Colleagues: names for the list, and whom leads can be given to. Without the right to see users: oneself. */
export function usePeople(): People {
  const user = useUser();
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['users', 'everybody'],
    queryFn: readEverybody,
    staleTime: 5 * 60_000,
    enabled: may('user.read'),
  });
  return useMemo(() => {
    const all = data ?? [];
    const names = new Map(all.map(({ id, name }) => [id, name]));
    names.set(user.id, user.name);
    return { all, nameOf: (id) => names.get(id) };
  }, [data, user.id, user.name]);
}
