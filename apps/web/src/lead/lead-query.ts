import type { FetchResponse } from 'openapi-fetch';
import { answerWithEtag, api } from '../api/client';
import { queryClient } from '../api/query-client';
import type { components } from '../api/schema';
import { serverNow } from '../api/server-clock';

/** `workflowUrl` is only in what the page itself reads; see {@link showLead}. */
export type Lead = components['schemas']['Lead'] & { workflowUrl?: string | null };
export type ContactStatus = Lead['contactStatus'];
export type LeadStatus = Lead['status'];

/** A lead as it was read: with its version for `If-Match`, and when, by the server's clock. */
export type ReadLead = { lead: Lead; etag: string; readAtMs: number };

/** Declared so: a lead that ended without it counts as handled, but nobody says that the contact was made. */
export function isContactMade({ contactStatus }: Pick<Lead, 'contactStatus'>): boolean {
  return contactStatus === 'CONTACTED' || contactStatus === 'APPOINTMENT_SET';
}

/** One lead; below `['lead', id]`, so that live changes read it again. */
export const leadQuery = (leadId: string) => ({
  queryKey: ['lead', leadId, 'page'] as const,
  queryFn: () => readLead(api.GET('/api/v1/leads/{id}', { params: { path: { id: leadId } } })),
});

/** An answer that is the lead as it is now. @throws ApiProblem */
export async function readLead<T extends Record<string | number, unknown>, O>(
  call: Promise<FetchResponse<T, O, `${string}/${string}`>>,
): Promise<ReadLead> {
  const { data, etag } = await answerWithEtag(call);
  return { lead: data as unknown as Lead, etag: etag ?? '', readAtMs: serverNow() };
}

/** Shows a lead as an action left it, and lets everything that tells of it be read again. */
export function showLead(read: ReadLead): ReadLead {
  const { queryKey } = leadQuery(read.lead.id);
  queryClient.setQueryData<ReadLead>(queryKey, (before) => ({
    ...read,
    lead: { workflowUrl: before?.lead.workflowUrl ?? null, ...read.lead },
  }));
  void queryClient.invalidateQueries({ queryKey: ['lead', read.lead.id, 'timeline'] });
  // Lists are read again when somebody goes back to one: nothing moves under a finger meanwhile.
  void queryClient.invalidateQueries({ queryKey: ['leads'], refetchType: 'none' });
  void queryClient.invalidateQueries({ queryKey: ['lead-counts'] });
  return read;
}

/** The lead as it is on the server now, for whoever has to compare. @throws ApiProblem */
export function readLeadAgain(leadId: string): Promise<ReadLead> {
  return queryClient.fetchQuery({ ...leadQuery(leadId), staleTime: 0 });
}
