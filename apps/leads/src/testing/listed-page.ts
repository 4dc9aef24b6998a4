import type { ListOf } from '@relance/service-runtime';
import type { UserPrincipal } from '@relance/service-token';
import type { LeadList } from '../lead-page/lead-list';
import { leadListQuery } from '../lead-page/lead-list.schema';
import type { LeadView } from '../lead-page/lead.schema';

/** A page of a list as its reader gets it. @param query as in an address */
export async function listedPage(
  list: LeadList,
  who: UserPrincipal,
  query: Record<string, unknown> = {},
  now = new Date(),
): Promise<ListOf<LeadView>> {
  return JSON.parse(await list.page(who, leadListQuery.parse(query), now)) as ListOf<LeadView>;
}
