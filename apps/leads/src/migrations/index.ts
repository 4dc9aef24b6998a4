import { Leads1763760000000 } from './1763760000000-Leads';
import { SettingsApplication1763760000001 } from './1763760000001-SettingsApplication';

export const migrations = [Leads1763760000000, SettingsApplication1763760000001];
