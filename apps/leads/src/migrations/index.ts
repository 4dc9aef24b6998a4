import { Leads1763760000000 } from './1763760000000-Leads';
import { SettingsApplication1763760000001 } from './1763760000001-SettingsApplication';
import { ReminderLease1763770000000 } from './1763770000000-ReminderLease';

export const migrations = [Leads1763760000000, SettingsApplication1763760000001, ReminderLease1763770000000];
