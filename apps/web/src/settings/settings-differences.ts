import type { TFunction } from 'i18next';
import type { Difference } from '../app/ConflictDialog';
import type { SettingsDraft } from './incoming-lead-settings';
import { exactDuration } from './reminder-line';
import { WEEKDAYS } from './week';

/** What two versions of the settings say differently, in words. */
export function settingsDifferences(
  theirs: SettingsDraft,
  mine: SettingsDraft,
  t: TFunction<'settings'>,
): Difference[] {
  const rows: Difference[] = [
    {
      label: t('lifetime.title'),
      theirs: exactDuration(theirs.lifetimeMinutes * 60_000),
      mine: exactDuration(mine.lifetimeMinutes * 60_000),
    },
    { label: t('lifetime.count'), theirs: reminders(theirs, t), mine: reminders(mine, t) },
    { label: t('hours.title'), theirs: hours(theirs, t), mine: hours(mine, t) },
  ];
  return rows.filter((row) => row.theirs !== row.mine);
}

function reminders(draft: SettingsDraft, t: TFunction<'settings'>): string {
  if (!draft.reminderEnabled) return t('lifetime.noReminder');
  return draft.reminderCount === 1 ? t('lifetime.one') : t('lifetime.two');
}

function hours({ openingHours }: SettingsDraft, t: TFunction<'settings'>): string {
  if (!openingHours) return t('hours.always');
  const days = WEEKDAYS.map((day) => {
    const ranges = openingHours.week[day].map(([from, to]) => `${from}–${to}`).join(', ');
    return `${t(`hours.day.${day}`)} ${ranges || t('hours.closed')}`;
  });
  const holidays = openingHours.publicHolidays ? [t('hours.holidays')] : [];
  return [...days, ...holidays, ...openingHours.closings].join(' · ');
}
