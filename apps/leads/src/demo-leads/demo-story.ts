import type { LeadType } from '@relance/contracts-organisation';

/** What somebody did, so many minutes after the lead came in. */
export type DemoStep = { after: number; by: string } & DemoAction;

type DemoAction =
  | { do: 'take' | 'contacted' | 'reopen' }
  | { do: 'noAnswer'; detail: string | null }
  | { do: 'assign'; to: string }
  | { do: 'remark'; text: string }
  /** After so many hours of an ordinary working week, counted from now. */
  | { do: 'appointment'; inHours: number }
  | { do: 'won' | 'lost'; reason: string | null };

export type DemoVehicle = {
  make: string;
  model: string;
  year?: number;
  mileageKm?: number;
  priceCents?: number;
};

/** A lead and what became of it. */
export type DemoLead = {
  placeId: string;
  minutesAgo: number;
  type: LeadType;
  source: { name: string; category: string };
  firstName: string;
  lastName: string;
  vehicle: DemoVehicle;
  message: string | null;
  tags: string[];
  steps: DemoStep[];
};

/** A way for a lead to go, of whoever is in charge of it. */
export type DemoStory = (by: string) => DemoStep[];

const minutes = (after: number, by: string) => ({ after, by });

/** Nobody has done anything yet. */
export const untouched: DemoStory = () => [];

/** In charge, and not yet called. */
export const taken: DemoStory = (by) => [{ ...minutes(2, by), do: 'take' }];

export const noAnswer =
  (detail: string | null = null): DemoStory =>
  (by) => [
    { ...minutes(3, by), do: 'take' },
    { ...minutes(6, by), do: 'noAnswer', detail },
  ];

export const contacted =
  (remark?: string): DemoStory =>
  (by) => [
    { ...minutes(3, by), do: 'take' },
    { ...minutes(8, by), do: 'contacted' },
    ...(remark === undefined ? [] : [{ ...minutes(9, by), do: 'remark' as const, text: remark }]),
  ];

export const appointment =
  (inHours: number, remark?: string): DemoStory =>
  (by) => [
    { ...minutes(2, by), do: 'take' },
    { ...minutes(7, by), do: 'appointment', inHours },
    ...(remark === undefined ? [] : [{ ...minutes(8, by), do: 'remark' as const, text: remark }]),
  ];

/** Handled, then opened again: its clock runs on. */
export const reopened =
  (remark: string, afterMinutes: number): DemoStory =>
  (by) => [
    ...contacted()(by),
    { ...minutes(afterMinutes, by), do: 'reopen' },
    { ...minutes(afterMinutes + 1, by), do: 'remark', text: remark },
  ];

export const handedOver =
  (to: string): DemoStory =>
  (by) => [
    { ...minutes(2, by), do: 'take' },
    { ...minutes(5, by), do: 'assign', to },
  ];

export const won =
  (reason: string | null, afterMinutes = 1_200): DemoStory =>
  (by) => [...contacted()(by), { ...minutes(afterMinutes, by), do: 'won', reason }];

export const lost =
  (reason: string | null, afterMinutes = 900): DemoStory =>
  (by) => [...contacted()(by), { ...minutes(afterMinutes, by), do: 'lost', reason }];
