import type { LeadType, Role } from '@relance/contracts-organisation';

/** The password of every demo account. */
export const DEMO_PASSWORD = 'Relance-demo-2026';

/**
 * Ids are fixed, so that the README can name them: `…0001xx` points of sale, `…0002xx` users,
 * `…0003xx` keys, `…0004xx` teams, `…0005xx` lead sources.
 */
function demoId(number: string): string {
  return `01990000-0000-7000-8000-000000000${number}`;
}

const GARAGE_DU_PORT = demoId('101');
const AUTO_CENTRE_BELLECOUR = demoId('102');
const CONCESSION_DES_ALPES = demoId('103');

const ALL_TYPES: LeadType[] = ['VN', 'VO', 'APV', 'VD'];

export const DEMO_POINTS_OF_SALE: { id: string; name: string; brands: string[]; departments: string[] }[] = [
  {
    id: GARAGE_DU_PORT,
    name: 'Garage du Port',
    brands: ['Peugeot'],
    departments: ['Ventes neuves', 'Occasions', 'Après-vente'],
  },
  {
    id: AUTO_CENTRE_BELLECOUR,
    name: 'Auto Centre Bellecour',
    brands: ['Renault', 'Dacia'],
    departments: ['Ventes neuves', 'Occasions', 'Atelier', 'Carrosserie'],
  },
  {
    id: CONCESSION_DES_ALPES,
    name: 'Concession des Alpes',
    brands: ['Toyota'],
    departments: ['Ventes', 'Après-vente'],
  },
];

type DemoUser = { id: string; name: string; email: string; role: Role; pointsOfSale: Membership[] };
type Membership = { id: string; leadTypes: LeadType[] };

function user(number: string, name: string, email: string, role: Role, pointsOfSale: Membership[]): DemoUser {
  return { id: demoId(number), name, email: `${email}@relance.example`, role, pointsOfSale };
}

function at(id: string, ...leadTypes: LeadType[]): Membership {
  return { id, leadTypes };
}

export const DEMO_USERS: DemoUser[] = [
  user('201', 'Camille Laurent', 'admin', 'ADMIN', []),
  user('202', 'Nadia Benali', 'nadia.benali', 'MANAGER', [at(GARAGE_DU_PORT, ...ALL_TYPES)]),
  user('203', 'Zoé Martin', 'zoe.martin', 'SALESPERSON', [at(GARAGE_DU_PORT, 'VN', 'VO')]),
  user('204', 'Karim Haddad', 'karim.haddad', 'SALESPERSON', [at(GARAGE_DU_PORT, 'VO', 'APV', 'VD')]),
  user('205', 'Étienne Roux', 'etienne.roux', 'MANAGER', [
    at(AUTO_CENTRE_BELLECOUR, ...ALL_TYPES),
    at(CONCESSION_DES_ALPES, ...ALL_TYPES),
  ]),
  user('206', 'Hugo Petit', 'hugo.petit', 'SALESPERSON', [at(AUTO_CENTRE_BELLECOUR, 'VN', 'VD')]),
  user('207', 'Léa Fontaine', 'lea.fontaine', 'SALESPERSON', [at(AUTO_CENTRE_BELLECOUR, 'VO', 'APV')]),
  user('208', 'Inès Moreau', 'ines.moreau', 'SALESPERSON', [at(CONCESSION_DES_ALPES, 'VN', 'VO', 'VD')]),
  user('209', 'Thomas Girard', 'thomas.girard', 'CALL_CENTRE', [
    at(GARAGE_DU_PORT, 'APV'),
    at(AUTO_CENTRE_BELLECOUR, 'APV'),
    at(CONCESSION_DES_ALPES, 'APV'),
  ]),
  user('210', 'Sarah Lopez', 'sarah.lopez', 'MARKETING', [
    at(GARAGE_DU_PORT),
    at(AUTO_CENTRE_BELLECOUR),
    at(CONCESSION_DES_ALPES),
  ]),
];

/** Well-known keys, so that the tour in the README works as it is written. They exist in demo data only. */
export const DEMO_API_KEYS: { id: string; name: string; pointOfSaleId: string; key: string }[] = [
  {
    id: demoId('301'),
    name: 'Site du Garage du Port',
    pointOfSaleId: GARAGE_DU_PORT,
    key: 'rlk_demo_garage_du_port',
  },
  {
    id: demoId('302'),
    name: "Site de l'Auto Centre Bellecour",
    pointOfSaleId: AUTO_CENTRE_BELLECOUR,
    key: 'rlk_demo_auto_centre_bellecour',
  },
  {
    id: demoId('303'),
    name: 'Site de la Concession des Alpes',
    pointOfSaleId: CONCESSION_DES_ALPES,
    key: 'rlk_demo_concession_des_alpes',
  },
];

export const DEMO_TEAMS: { id: string; name: string; pointOfSaleId: string; memberIds: string[] }[] = [
  {
    id: demoId('401'),
    name: 'Ventes du Port',
    pointOfSaleId: GARAGE_DU_PORT,
    memberIds: [demoId('203'), demoId('204')],
  },
  {
    id: demoId('402'),
    name: 'Ventes Bellecour',
    pointOfSaleId: AUTO_CENTRE_BELLECOUR,
    memberIds: [demoId('206'), demoId('207')],
  },
];

type DemoLeadSource = {
  id: string;
  name: string;
  pointOfSaleId: string;
  leadType: LeadType;
  formToken: string;
};

/** Forms of websites, with tokens that are well known in demo data only. */
export const DEMO_LEAD_SOURCES: DemoLeadSource[] = [
  {
    id: demoId('501'),
    name: 'Formulaire du Garage du Port',
    pointOfSaleId: GARAGE_DU_PORT,
    leadType: 'VN',
    formToken: 'demo-formulaire-garage-du-port',
  },
  {
    id: demoId('502'),
    name: 'Formulaire de l’Auto Centre Bellecour',
    pointOfSaleId: AUTO_CENTRE_BELLECOUR,
    leadType: 'VO',
    formToken: 'demo-formulaire-auto-centre-bellecour',
  },
];
