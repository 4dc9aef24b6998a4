import { LEAD_TYPES, type LeadType } from '../../leads/lead';

/** Where a person works, by point of sale, and the types of lead they handle there (S1.5). */
export type Memberships = Readonly<Record<string, readonly LeadType[]>>;
export type Membership = { id: string; leadTypes: LeadType[] };

export function membershipsOf(list: readonly Membership[]): Memberships {
  return ordered(Object.fromEntries(list.map(({ id, leadTypes }) => [id, leadTypes])));
}

/** As the API takes them, always in the same order. */
export function listOf(memberships: Memberships): Membership[] {
  return Object.entries(ordered(memberships)).map(([id, leadTypes]) => ({ id, leadTypes: [...leadTypes] }));
}

/** Who starts to work somewhere handles what is handled there; who leaves handles nothing there. */
export function toggledPlace(
  memberships: Memberships,
  place: { id: string; tradeAttributes: readonly LeadType[] },
): Memberships {
  const { [place.id]: before, ...others } = memberships;
  return ordered(before ? others : { ...others, [place.id]: place.tradeAttributes });
}

/** Handling a type of lead somewhere means working there; handling none does not mean having left. */
export function toggledType(memberships: Memberships, id: string, type: LeadType): Memberships {
  const before = memberships[id] ?? [];
  const after = before.includes(type) ? before.filter((each) => each !== type) : [...before, type];
  return ordered({ ...memberships, [id]: after });
}

/** The same choices read the same, in whatever order they were made. */
function ordered(memberships: Memberships): Memberships {
  return Object.fromEntries(
    Object.entries(memberships)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, types]) => [id, LEAD_TYPES.filter((type) => types.includes(type))]),
  );
}
