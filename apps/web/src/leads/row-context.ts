import type { OpeningCalendar } from '@relance/lead-clock';
import type { TFunction } from 'i18next';
import { createContext, use } from 'react';

/** What all rows of the list know. */
export type RowContext = {
  nameOf: (userId: string) => string | undefined;
  placeName: (pointOfSaleId: string) => string;
  timeZoneOf: (pointOfSaleId: string) => string | undefined;
  calendarOf: (pointOfSaleId: string) => OpeningCalendar | null;
  userId: string;
  language: string;
  /** Asked for once rather than by each cell of each row. */
  words: { t: TFunction<'leads'>; common: TFunction<'common'> };
  /** « Sélectionner Julien CAPOGNA »: asked of each row that comes into sight, so the sentence is made once. */
  labels: { select: (name: string) => string; menu: (name: string) => string };
  /** Whether leads of several points of sale are shown, so that each row names its own. */
  severalPlaces: boolean;
};

export const RowKnowledge = createContext<RowContext | null>(null);

export function useRowContext(): RowContext {
  const context = use(RowKnowledge);
  if (!context) throw new Error('A row stands outside of a list.');
  return context;
}
