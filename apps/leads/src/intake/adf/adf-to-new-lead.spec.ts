import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newLeadSchema, type NewLeadBody } from '../new-lead.schema';
import { adfToNewLead } from './adf-to-new-lead';
import { parseAdf } from './parse-adf';

const options = {
  pointOfSaleId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90',
  timeZone: 'Europe/Paris',
  country: 'FR',
  defaultType: 'VN' as const,
  now: new Date('2026-11-21T12:00:00Z'),
};

function fixture(name: string): NewLeadBody {
  return adfToNewLead(parseAdf(readFileSync(join(__dirname, 'fixtures', `${name}.xml`))), options);
}

function withCustomer(inside: string, prospect = ''): NewLeadBody {
  const text = `<adf><prospect>${prospect}<customer>${inside}</customer></prospect></adf>`;
  return adfToNewLead(parseAdf(Buffer.from(text)), options);
}

describe('a lead out of an ADF document', () => {
  it('new car, split names, several phones: the preferred mobile, the rest in the message', () => {
    expect(fixture('new-car-split-names')).toEqual({
      pointOfSaleId: options.pointOfSaleId,
      type: 'VN',
      source: { name: 'Garage-en-ligne', category: 'ADF' },
      contact: {
        firstName: 'Camille Anne',
        lastName: 'Durand',
        email: 'camille.durand@example.com',
        phone: '+33612345678',
      },
      message: [
        'Quels sont vos délais de livraison ?\n',
        'Échéance du projet : Sous trois mois\n',
        'Autre téléphone : +33142685300 (soir)',
        'À rappeler de préférence : journée',
        'Adresse : 12 rue des Lilas, Bâtiment B, 37000 Tours, FR',
      ].join('\n'),
      vehicle: {
        make: 'Peugeot',
        model: '3008',
        version: 'Hybrid 145 e-DCS6 Allure',
        year: 2027,
        vin: null,
        registration: null,
        mileageKm: null,
        condition: 'NEW',
        priceCents: 3849000,
        currency: 'EUR',
      },
      tradeIns: null,
      externalId: 'GEL-2026-118842',
      receivedAt: '2026-11-20T13:05:09.000Z',
    });
  });

  it('names in capitals, quotes, a full name with a title, a date without seconds or zone', () => {
    const lead = fixture('used-car-full-name');
    expect(lead).toMatchObject({
      type: 'VO',
      contact: { firstName: 'Lucie', lastName: 'MARTIN-LEROY', phone: '+33698765432' },
      receivedAt: '2026-11-20T17:30:00.000Z',
      vehicle: { registration: 'FX-482-KL', mileageKm: 48200, priceCents: 1399000, currency: 'EUR' },
    });
  });

  it('trade-ins are told from the vehicle asked about; processing instructions may be badly written', () => {
    const lead = fixture('trade-in-and-test-drive');
    expect(lead.vehicle).toMatchObject({ model: 'ë-C3', condition: 'NEW' });
    expect(lead.tradeIns).toMatchObject([
      { model: 'C3', year: 2014, mileageKm: 96561, condition: 'USED' },
      { model: 'Panda', year: 2009 },
    ]);
    expect(lead.contact.phone).toBe('+262692415263');
    expect(lead.message).toBe(
      "J'ai deux voitures à reprendre & un essai à faire <3\n\nDemande : essai\nReprise : Rayure sur l'aile gauche",
    );
  });

  it('a business, several vehicles and e-mails, a link with bare ampersands', () => {
    const lead = fixture('business-contact');
    expect(lead.contact).toMatchObject({
      lastName: 'Boulangerie Chez Paul & Fils SARL',
      phone: '+33247050607',
    });
    expect(lead.message).toBe(
      'Autre e-mail : compta@chez-paul-et-fils.fr\nDemande : location\nAutre véhicule : Renault Trafic 2026',
    );
  });

  it.each([
    ['windows-1252', 'L’Annonce Auto', 'Lœwenthal', 'Œil droit du phare cassé… – prix à débattre, 9 000 € ?'],
    ['iso-8859-1', 'Départ Arrêté', 'Crépin', null],
    ['utf-16', 'Nordic Cars', 'Öberg', 'Merci 🚗'],
    ['utf-16-declared-utf-8-sent', 'Éléctrique & Co', 'Faure', null],
  ])('encoding: %s', (name, source, lastName, message) => {
    expect(fixture(name)).toMatchObject({ source: { name: source }, contact: { lastName }, message });
  });

  it('UTF-8 is read as such, whatever the document and the header call it', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><adf><prospect><customer><contact><name part="last">Crépin</name>' +
      '</contact></customer></prospect></adf>';
    const lastName = (encoding: 'utf-8' | 'latin1', charset?: string) =>
      adfToNewLead(parseAdf(Buffer.from(text, encoding), charset), options).contact.lastName;
    expect([lastName('utf-8'), lastName('utf-8', 'iso-8859-1'), lastName('latin1')]).toEqual([
      'Crépin',
      'Crépin',
      'Crépin',
    ]);
  });

  it('CDATA is taken as it is, a DOCTYPE in it too', () => {
    expect(fixture('cdata-and-html')).toMatchObject({
      externalId: 'M24&7',
      contact: { firstName: 'Jean-Marc', lastName: "d'Arc", email: 'jm@exemple.fr' },
      message: 'Reçu via formulaire : <!DOCTYPE html><p>Je cherche &lt; 30 000 km & boîte auto</p> (fin)',
    });
  });

  it('unknown elements and prefixes are ignored; what cannot be understood is in the message', () => {
    const lead = fixture('unknown-elements');
    expect(lead).toMatchObject({
      type: 'VO',
      contact: { firstName: 'Marie-Laure', lastName: 'Petit', phone: '+33199001234' },
      receivedAt: '2026-11-20T08:00:00.000Z',
    });
    expect(lead.message!.split('\n')).toEqual([
      "E-mail reçu : pas d'adresse",
      'Téléphone reçu : inconnu',
      'À rappeler de préférence : matin',
      "Année reçue : '21",
      'Kilométrage reçu : env. 40 000',
    ]);
  });

  it('a workshop request is an APV lead; a date in another order never starts the clock', () => {
    const lead = fixture('workshop');
    expect(lead).toMatchObject({ type: 'APV', receivedAt: null, vehicle: { registration: 'GA-001-AA' } });
    expect(lead.message).toContain('Date de la demande reçue : 20/11/2026 10:00');
  });

  it('without vehicle the default type holds; the primary contact is taken; no date without time', () => {
    expect(fixture('no-vehicle')).toMatchObject({
      type: 'VN',
      source: { name: 'SiteGroupe' },
      contact: { lastName: 'Noé', email: 'noe@exemple.fr' },
      vehicle: null,
      externalId: null,
      receivedAt: null,
      message: 'Rappelez-moi.\nMerci &eacute;norm&eacute;ment\n\nDate de la demande reçue : 2026-11-20',
    });
  });

  it('a contact of which nothing can be understood is kept as received', () => {
    expect(fixture('unreadable-phone-only')).toMatchObject({
      contact: { phone: 'appeler le garage voisin', email: null },
      receivedAt: null,
      message: expect.stringContaining('Téléphone reçu : appeler le garage voisin'),
    });
  });

  it('is not misled by words that name properties of objects', () => {
    const contact = '<contact><phone time="constructor">0612345678</phone></contact>';
    const lead = withCustomer(contact, '<vehicle interest="constructor" status="toString"/>');
    expect(lead).toMatchObject({ type: 'VN', message: null, contact: { phone: '+33612345678' } });
  });

  it('an id that says nothing is none; the next one is taken', () => {
    const contact = '<contact><email>a@b.fr</email></contact>';
    const ids = '<id sequence="1" source="a">0</id><id sequence="2" source="b">B-7</id>';
    expect(withCustomer(contact, ids).externalId).toBe('B-7');
    expect(withCustomer(contact, '<id>n/a</id>').externalId).toBeNull();
  });

  it('local dates follow daylight saving of the point of sale', () => {
    const at = (date: string) =>
      withCustomer('<contact><email>a@b.fr</email></contact>', `<requestdate>${date}</requestdate>`)
        .receivedAt;
    expect(at('2026-07-14T10:00')).toBe('2026-07-14T08:00:00.000Z');
    expect(at('2026-11-14T10:00')).toBe('2026-11-14T09:00:00.000Z');
    expect(at('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-11-21T13:04')).toBeNull();
    expect(at('2024-11-21T12:04Z')).toBeNull();
  });

  it.each([
    [
      '<name part="first" type="business">Jean</name><name part="last" type="business">Dupont</name>',
      { firstName: 'Jean', lastName: 'Dupont' },
    ],
    ['<name part="first">Camille</name><name>Durand</name>', { firstName: 'Camille', lastName: 'Durand' }],
    [
      '<name part="first">Camille</name><name part="full">Durand</name>',
      { firstName: 'Camille', lastName: 'Durand' },
    ],
    [
      '<name part="last">Durand</name><name part="full">Mme Camille Durand</name>',
      { firstName: 'Camille', lastName: 'Durand' },
    ],
    [
      '<name part="first">Camille</name><name part="full">camille</name>',
      { firstName: 'Camille', lastName: undefined },
    ],
    [
      '<name part="first">Anne Marie</name><name part="full">Anne Marie Durand</name>',
      { firstName: 'Anne Marie', lastName: 'Durand' },
    ],
    ['<name part="first">Zoe</name><name>Dupont Zoé</name>', { firstName: 'Zoe', lastName: 'Dupont' }],
    [
      '<name part="first">Thomas</name><name>Thomas Thomas</name>',
      { firstName: 'Thomas', lastName: 'Thomas' },
    ],
    ['<name part="first">Camille</name><name>M. Durand</name>', { firstName: 'Camille', lastName: 'Durand' }],
    ['<name part="suffix">fils</name><name>Jean Dupont</name>', { firstName: 'Jean', lastName: 'Dupont' }],
    [
      '<name part="middle">Marc</name><name part="last">Dupont</name>',
      { firstName: 'Marc', lastName: 'Dupont' },
    ],
    ['<name part="nick">Jojo</name>', { firstName: undefined, lastName: 'Jojo' }],
  ])('no part of a name is lost: %s', (names, { firstName, lastName }) => {
    const { contact } = withCustomer(`<contact>${names}</contact>`);
    expect([contact.firstName ?? undefined, contact.lastName ?? undefined]).toEqual([firstName, lastName]);
  });

  it.each([
    [
      '<name part="first">Jean</name><name part="last">Dupont</name><name part="full">Jean Paul Dupont</name>',
      'Jean Paul Dupont',
    ],
    ['<name part="first">Jean</name><name part="first">Marc</name><name part="last">Dupont</name>', 'Marc'],
    ['<name part="last">Dupont</name><name part="surname">Martin</name>', 'Martin'],
    ['<name part="last">Dupont</name><name part="nick">Jojo</name>', 'Jojo'],
    ['<name part="suffix">fils</name><name>Jean Dupont</name>', 'fils'],
    ['<name>Jean Dupont</name><name>Anne Martin</name>', 'Anne Martin'],
    [`<name>Jean ${'de '.repeat(100)}Dupont</name>`, `Jean ${'de '.repeat(100)}Dupont`],
  ])('a name that fits no field is in the message: %.120s', (names, unplaced) => {
    const { message } = withCustomer(`<contact>${names}</contact>`);
    expect(message!.split('\n')).toContain(`Nom reçu : ${unplaced}`);
  });

  it.each([
    '<name part="first">Jean</name><name part="middle">Marc</name><name part="last">Dupont</name><name>Mme Dupont Jean Marc</name>',
    '<name>Mme Camille Durand</name>',
    '<name>Durand, Camille</name>',
  ])('a name that has its fields is not in the message again: %s', (names) =>
    expect(withCustomer(`<contact>${names}</contact>`).message).toBeNull(),
  );

  it('of names without end fifty are read', () => {
    const names = Array.from({ length: 60 }, (_, at) => `<name>Nom${at + 1}</name>`).join('');
    const { message } = withCustomer(`<contact>${names}</contact>`);
    expect(message).toMatch(/^Nom reçu : Nom2\n/);
    expect(message).toMatch(/\nNom reçu : Nom50$/);
  });

  it('two names of a company are both kept', () => {
    const names = '<name type="business">Garage du Lac</name><company>SARL Lac</company>';
    expect(withCustomer(`<contact>${names}</contact>`).contact.lastName).toBe('Garage du Lac SARL Lac');
    const same = '<name type="business">Garage du Lac</name><company>Garage du Lac</company>';
    expect(withCustomer(`<contact>${same}</contact>`).contact.lastName).toBe('Garage du Lac');
  });

  it.each([
    ['<email>a@b.fr; c@d.fr</email>', ['E-mail reçu : a@b.fr; c@d.fr']],
    ['<email>mailto:a@b.fr</email>', []],
    [
      '<email>a@b.fr, c@d.fr</email><email>e@f.fr</email>',
      ['E-mail reçu : a@b.fr, c@d.fr', 'Autre e-mail : e@f.fr'],
    ],
    ['<email>A@B.fr</email><email>a@b.fr c@d.fr</email>', ['E-mail reçu : a@b.fr c@d.fr']],
    ['<email>a@b.fr</email><email>A@b.fr</email>', []],
    [
      `<email>${'pas d’adresse, '.repeat(20)}a@b.fr</email>`,
      [`E-mail reçu : ${'pas d’adresse, '.repeat(20)}a@b.fr`],
    ],
  ])('the first address of several is taken, the others are in the message: %.90s', (emails, notes) => {
    const lead = withCustomer(`<contact><name>Jean Dupont</name>${emails}</contact>`);
    expect(lead.contact.email).toBe('a@b.fr');
    expect(lead.message?.split('\n') ?? []).toEqual(notes);
  });

  it('the name of a business beside that of a person is its company, whole', () => {
    const names =
      '<name part="full">Jean Dupont</name><name type="business">Garage</name><name type="business">du Lac</name>';
    const lead = withCustomer(`<contact>${names}</contact>`);
    expect(lead.contact).toMatchObject({ firstName: 'Jean', lastName: 'Dupont' });
    expect(lead.message).toContain('Garage du Lac');
  });

  it('cuts what is too long for its field, and keeps the whole in the message', () => {
    const long = 'x'.repeat(300);
    const contact = `<contact><name part="first">${long}</name><name part="last">B</name></contact>`;
    const lead = withCustomer(
      contact + `<comments>${long.repeat(50)}</comments>`,
      `<vehicle><make>${long}</make></vehicle>`,
    );
    expect(lead.contact.firstName).toHaveLength(120);
    expect(lead.message).toHaveLength(10_000);
    expect(lead.message).toContain(`…\n\nPrénom : ${long}\nMarque : ${long}`);
    expect(newLeadSchema.safeParse(lead).success).toBe(true);
  });
});
