import type { OpeningHours } from '@relance/lead-clock';
import { answerWithEtag, api, type Answer } from '../api/client';
import type { components } from '../api/schema';

export type IncomingLeadSettings = components['schemas']['IncomingLeadSettings'];

/** What a person edits of the settings (S1.2, D7). */
export type SettingsDraft = {
  lifetimeMinutes: number;
  reminderEnabled: boolean;
  reminderCount: 1 | 2;
  openingHours: OpeningHours | null;
};

export function draftOf(settings: IncomingLeadSettings): SettingsDraft {
  return {
    lifetimeMinutes: settings.lifetimeMinutes,
    reminderEnabled: settings.reminderEnabled,
    reminderCount: settings.reminderCount as 1 | 2,
    openingHours: settings.openingHours as OpeningHours | null,
  };
}

/** The settings with their ETag, for editing. */
export const editedSettingsQuery = (pointOfSaleId: string) => ({
  queryKey: ['settings', 'incoming-leads', pointOfSaleId, 'edited'] as const,
  queryFn: () => readSettings(pointOfSaleId),
});

/** The settings as they are now. */
export async function readSettings(pointOfSaleId: string): Promise<Answer<IncomingLeadSettings>> {
  const answer = await answerWithEtag(
    api.GET('/api/v1/points-of-sale/{id}/settings/incoming-leads', {
      params: { path: { id: pointOfSaleId } },
    }),
  );
  // openapi-fetch loses that a range is a pair.
  return answer as Answer<IncomingLeadSettings>;
}

/** @throws ApiProblem 412 when somebody else saved meanwhile, 400 with the fields */
export async function saveSettings(
  pointOfSaleId: string,
  draft: SettingsDraft,
  applyToOpenLeads: boolean,
  etag: string,
): Promise<{ applied: number }> {
  const { data } = await answerWithEtag(
    api.PUT('/api/v1/points-of-sale/{id}/settings/incoming-leads', {
      params: { path: { id: pointOfSaleId }, header: { 'If-Match': etag } },
      body: { ...draft, applyToOpenLeads },
    }),
  );
  return { applied: data.applied };
}
