import { CsvHeaderError } from './csv.errors';

/** What a column can hold. */
export type CsvColumn = keyof typeof NAMES;

/** Header names, folded: lower case, no accents, letters and digits only; the API's own paths too (`contact.email`). */
const NAMES = {
  firstName: ['prenom', 'firstname', 'givenname', 'contactfirstname'],
  lastName: ['nom', 'lastname', 'surname', 'familyname', 'nomdefamille', 'contactlastname'],
  fullName: ['nomcomplet', 'fullname', 'name', 'contact', 'nometprenom', 'nomprenom', 'prenomnom'],
  email: ['email', 'mail', 'courriel', 'emailaddress', 'adresseemail', 'adressemail', 'adresseelectronique', 'contactemail'],
  phone: ['telephone', 'phone', 'tel', 'mobile', 'portable', 'gsm', 'phonenumber', 'numerodetelephone', 'telephonemobile', 'telephonefixe', 'telephoneportable', 'mobilephone', 'contactphone'],
  type: ['type', 'typedelead', 'leadtype', 'attributmetier'],
  source: ['source', 'sourcename', 'nomdelasource', 'provenance', 'origine'],
  category: ['categorie', 'category', 'sourcecategory', 'categoriedelasource'],
  message: ['message', 'commentaire', 'commentaires', 'comment', 'comments', 'remarque'],
  tags: ['tags', 'tag', 'etiquettes', 'etiquette'],
  make: ['marque', 'make', 'brand', 'vehiclemake'],
  model: ['modele', 'model', 'vehiclemodel'],
  version: ['version', 'finition', 'trim', 'vehicleversion'],
  year: ['annee', 'year', 'millesime', 'vehicleyear'],
  vin: ['vin', 'numerodeserie', 'numerodechassis', 'vehiclevin'],
  registration: ['immatriculation', 'registration', 'plaque', 'licenseplate', 'immat', 'vehicleregistration'],
  mileageKm: ['kilometrage', 'mileage', 'mileagekm', 'km', 'kilometres', 'vehiclemileagekm'],
  price: ['prix', 'price', 'prixeur', 'priceeur', 'prixttc'],
  // « Référence » alone is as often that of the vehicle's advert: people say so in the mapping.
  externalId: ['externalid', 'idexterne', 'identifiantexterne', 'referenceexterne'],
  receivedAt: ['recule', 'receivedat', 'datedereception', 'dateheure', 'date', 'received', 'receptionle'],
  pointOfSaleId: ['pointofsaleid', 'pointdevente', 'pointofsale', 'pointdeventeid', 'idpointdevente', 'iddupointdevente'],
} as const; // prettier-ignore

const COLUMN_OF = new Map<string, CsvColumn>(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [name, column as CsvColumn] as const),
  ),
);
/** Everything a column can hold. */
export const CSV_COLUMNS = Object.keys(NAMES) as CsvColumn[];
/** A file needs at least one of these. */
export const CONTACT_COLUMNS: readonly CsvColumn[] = ['firstName', 'lastName', 'fullName', 'email', 'phone'];
/** A contact may have several of these; more than one column of anything else would be a riddle. */
export const REPEATABLE_COLUMNS: readonly CsvColumn[] = ['phone', 'email'];
const DELIMITERS = [';', ',', '\t', '|'];

/** The delimiter of a header line: the one that stands there most often outside quotes. */
export function delimiterOf(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * What each column holds, by position; null for columns nobody knows, which are ignored.
 *
 * @param given columns that need not be there, because the request says their value for all rows
 * @throws CsvHeaderError
 */
export function columnsOf(header: string[], given: readonly CsvColumn[]): (CsvColumn | null)[] {
  const seen = header.map((name) => name.trim());
  const columns = seen.map(namedColumn);
  const problems: string[] = [];
  const lacks = (column: CsvColumn) => !columns.includes(column) && !given.includes(column);
  if (lacks('type')) problems.push('Colonne manquante : type (VN, VO, APV ou VD).');
  if (lacks('source')) problems.push('Colonne manquante : source.');
  if (lacks('pointOfSaleId')) problems.push('Colonne manquante : point de vente (identifiant).');
  if (!CONTACT_COLUMNS.some((column) => columns.includes(column))) {
    problems.push('Colonne manquante : au moins une parmi prénom, nom, e-mail, téléphone.');
  }
  seen.forEach((name, index) => {
    const column = columns[index];
    if (!column || REPEATABLE_COLUMNS.includes(column) || columns.indexOf(column) === index) return;
    problems.push(`Colonne en double : « ${seen[columns.indexOf(column)]} » et « ${name} ».`);
  });
  if (problems.length > 0) throw new CsvHeaderError(problems, seen.filter(Boolean));
  return columns;
}

/** What each column seems to hold by its name; only the first of several that would be a riddle. */
export function suggestedColumns(header: string[]): (CsvColumn | null)[] {
  const columns = header.map(namedColumn);
  return columns.map((column, index) =>
    column && (REPEATABLE_COLUMNS.includes(column) || columns.indexOf(column) === index) ? column : null,
  );
}

function namedColumn(name: string): CsvColumn | null {
  return COLUMN_OF.get(folded(name)) ?? null;
}

function folded(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
