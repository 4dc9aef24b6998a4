import { Leads1763760000000 } from './1763760000000-Leads';
import { SettingsApplication1763760000001 } from './1763760000001-SettingsApplication';
import { ReminderLease1763770000000 } from './1763770000000-ReminderLease';
import { LeadImports1795200000021 } from './1795200000021-LeadImports';
import { LeadSources1795200000022 } from './1795200000022-LeadSources';
import { LeadsToContact1795300000001 } from './1795300000001-LeadsToContact';
import { LeadViews1795300000002 } from './1795300000002-LeadViews';
import { Remarks1795300000003 } from './1795300000003-Remarks';
import { FasterLists1795400000001 } from './1795400000001-FasterLists';
import { TakenInAt1795500000021 } from './1795500000021-TakenInAt';
import { KnownPlacesAndVersions1795500000022 } from './1795500000022-KnownPlacesAndVersions';
import { RefusedMailboxes1795500000031 } from './1795500000031-RefusedMailboxes';
import { RolesWithoutLeads1795500000041 } from './1795500000041-RolesWithoutLeads';

export const migrations = [
  Leads1763760000000,
  SettingsApplication1763760000001,
  ReminderLease1763770000000,
  LeadImports1795200000021,
  LeadSources1795200000022,
  LeadsToContact1795300000001,
  LeadViews1795300000002,
  Remarks1795300000003,
  FasterLists1795400000001,
  TakenInAt1795500000021,
  KnownPlacesAndVersions1795500000022,
  RefusedMailboxes1795500000031,
  RolesWithoutLeads1795500000041,
];
