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

/** What the dialog « Durée de vie » changes (S1.2). */
export type LifetimeDraft = Omit<SettingsDraft, 'openingHours'>;

/** What one form of the page changes: the lifetime with its reminders, or the opening hours. */
export type SettingsPart = Partial<SettingsDraft>;

export function draftOf(settings: IncomingLeadSettings): SettingsDraft {
  return {
    lifetimeMinutes: settings.lifetimeMinutes,
    reminderEnabled: settings.reminderEnabled,
    reminderCount: settings.reminderCount as 1 | 2,
    openingHours: settings.openingHours as OpeningHours | null,
  };
}

export function lifetimeOf({ openingHours: _others, ...lifetime }: SettingsDraft): LifetimeDraft {
  return lifetime;
}

/**
 * The settings with their ETag, for editing: read once for each visit, never behind the back of who types. That somebody
 * else saved is known when one saves.
 */
export const editedSettingsQuery = (pointOfSaleId: string) => ({
  queryKey: ['edited-settings', 'incoming-leads', pointOfSaleId] as const,
  queryFn: () => readSettings(pointOfSaleId),
  staleTime: Infinity,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
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
): Promise<{ saved: Answer<IncomingLeadSettings>; applied: number }> {
  const saved = await answerWithEtag(
    api.PUT('/api/v1/points-of-sale/{id}/settings/incoming-leads', {
      params: { path: { id: pointOfSaleId }, header: { 'If-Match': etag } },
      body: { ...draft, applyToOpenLeads },
    }),
  );
  return { saved: saved as Answer<IncomingLeadSettings>, applied: saved.data.applied };
}
