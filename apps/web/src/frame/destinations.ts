import {
  IconFileImport,
  IconListDetails,
  IconSettings,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

export type Destination = {
  key: 'leads' | 'imports' | 'settings' | 'administration';
  to: '/leads' | '/imports' | '/parametres' | '/administration/$section';
  params?: { section: string };
  icon: Icon;
};

/** Sections of « Administration » and what each needs; the first permitted one is where the menu leads. */
export const ADMINISTRATION_SECTIONS = [
  { section: 'points-de-vente', permission: 'pointOfSale.write' },
  { section: 'utilisateurs', permission: 'user.write' },
  { section: 'equipes', permission: 'team.write' },
  { section: 'roles', permission: 'role.write' },
  { section: 'sources', permission: 'leadSource.manage' },
  { section: 'cles-api', permission: 'apiKey.manage' },
] as const;
export type AdministrationSection = (typeof ADMINISTRATION_SECTIONS)[number]['section'];

/** What the menu shows to a person: only what they may see (S2.12). */
export function destinations(may: (permission: string) => boolean): Destination[] {
  const first = ADMINISTRATION_SECTIONS.find(({ permission }) => may(permission));
  return [
    ...(may('lead.read') ? [{ key: 'leads', to: '/leads', icon: IconListDetails } as const] : []),
    ...(may('lead.import') ? [{ key: 'imports', to: '/imports', icon: IconFileImport } as const] : []),
    ...(may('settings.read') ? [{ key: 'settings', to: '/parametres', icon: IconSettings } as const] : []),
    ...(first
      ? [
          {
            key: 'administration',
            to: '/administration/$section',
            params: { section: first.section },
            icon: IconUsersGroup,
          } as const,
        ]
      : []),
  ];
}
