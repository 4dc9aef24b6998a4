import { answer, answerWithEtag, api } from '../api/client';
import { queryClient } from '../api/query-client';
import { serverNow } from '../api/server-clock';
import { readLead, type ContactStatus, type Lead, type LeadStatus, type ReadLead } from './lead-query';

/*
 * What one can do with a lead. Each answer is the lead as it is afterwards; edits name the version they were made
 * upon, everything else carries a key, so that trying again never does it twice.
 */

const path = (id: string) => ({ path: { id } });
const edits = (id: string, etag: string) => ({ ...path(id), header: { 'If-Match': etag } });

export function takeLead(id: string): Promise<ReadLead> {
  return readLead(api.POST('/api/v1/leads/{id}/take', { params: path(id) }));
}

/** `userId` null: to nobody. */
export function assignLead(
  id: string,
  to: { userId?: string | null; pointOfSaleId?: string },
): Promise<ReadLead> {
  return readLead(api.POST('/api/v1/leads/{id}/assign', { params: path(id), body: to }));
}

export function declareContact(
  id: string,
  etag: string,
  declared: { status: ContactStatus; detail: string | null },
): Promise<ReadLead> {
  return readLead(api.PUT('/api/v1/leads/{id}/contact-status', { params: edits(id, etag), body: declared }));
}

export function moveDeadline(id: string, etag: string, deadlineAt: string): Promise<ReadLead> {
  return readLead(api.PUT('/api/v1/leads/{id}/deadline', { params: edits(id, etag), body: { deadlineAt } }));
}

export function setStatus(
  id: string,
  etag: string,
  to: { status: LeadStatus; reason: string | null },
): Promise<ReadLead> {
  return readLead(api.PUT('/api/v1/leads/{id}/status', { params: edits(id, etag), body: to }));
}

export function reopenLead(id: string): Promise<ReadLead> {
  return readLead(api.POST('/api/v1/leads/{id}/reopen', { params: path(id) }));
}

/** @param key the same for the same intent, so that a booking whose answer was lost is not made twice */
export async function bookAppointment(
  id: string,
  at: string,
  key: string,
): Promise<ReadLead & { appointmentId: string }> {
  const { data, etag } = await answerWithEtag(
    api.POST('/api/v1/leads/{id}/appointments', {
      params: path(id),
      headers: { 'idempotency-key': key },
      body: { at },
    }),
  );
  return { lead: data.lead, etag: etag ?? '', readAtMs: serverNow(), appointmentId: data.id };
}

export function cancelAppointment(id: string, appointmentId: string): Promise<ReadLead> {
  return readLead(
    api.DELETE('/api/v1/leads/{id}/appointments/{appointmentId}', {
      params: { path: { id, appointmentId } },
    }),
  );
}

/** What somebody writes about a lead; its version stays. @param key the same for the same intent */
export async function addRemark(id: string, text: string, key: string): Promise<void> {
  await answer(
    api.POST('/api/v1/leads/{id}/remarks', {
      params: path(id),
      headers: { 'idempotency-key': key },
      body: { text },
    }),
  );
  await queryClient.invalidateQueries({ queryKey: ['lead', id] });
}

/** What is left out stays; null takes it away. */
export function editContact(id: string, etag: string, contact: Partial<Lead['contact']>): Promise<ReadLead> {
  return readLead(api.PATCH('/api/v1/leads/{id}/contact', { params: edits(id, etag), body: contact }));
}
