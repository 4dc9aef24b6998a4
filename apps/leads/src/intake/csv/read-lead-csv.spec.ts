import { Readable } from 'node:stream';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { newLeadSchema } from '../new-lead.schema';
import { CsvHeaderError } from './csv.errors';
import { readLeadCsv, type LeadCsvOptions, type LeadCsvRow } from './read-lead-csv';

const POINT_OF_SALE = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90';
const defaults: LeadCsvOptions = {
  timeZone: 'Europe/Paris',
  pointOfSaleId: POINT_OF_SALE,
  type: 'VO',
  source: { name: 'Salon', category: 'Fichier' },
};

async function rows(csv: string | Buffer, options: LeadCsvOptions = defaults): Promise<LeadCsvRow[]> {
  const found: LeadCsvRow[] = [];
  for await (const row of readLeadCsv(Readable.from([Buffer.from(csv as string)]), options)) found.push(row);
  return found;
}

/** The messages of a header that is refused. */
async function headerProblems(csv: string, options = defaults): Promise<string[]> {
  const error: unknown = await rows(csv, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof CsvHeaderError)) throw new Error('the header was accepted', { cause: error });
  return error.errors.map(({ message }) => message);
}

const errorsOf = (row: LeadCsvRow | undefined) => (row && 'errors' in row ? row.errors : null);
const leadOf = (row: LeadCsvRow | undefined) => (row && 'lead' in row ? row.lead : null);

describe('columns', () => {
  it('reads every column, in French', async () => {
    const csv = [
      'Prénom;NOM;E-mail;Téléphone;Type;Source;Catégorie;Message;Tags;Marque;Modèle;Année;Immatriculation;Kilométrage;Prix;Référence externe;Reçu le;Point de vente',
      `Zoé;Durand;zoe@exemple.fr;06 12 34 56 78;vn;LeBonSite;Annonces;"Bonjour,\nrappelez-moi";Particulier | Pro;Peugeot;208;2021;AB-123-CD;31 000;15 490,00 €;R-1;21/11/2026 14:30;${POINT_OF_SALE}`,
    ].join('\r\n');
    expect(await rows(csv, { timeZone: 'Europe/Paris' })).toEqual([
      {
        line: 2,
        lead: {
          pointOfSaleId: POINT_OF_SALE,
          type: 'VN',
          source: { name: 'LeBonSite', category: 'Annonces' },
          contact: { firstName: 'Zoé', lastName: 'Durand', email: 'zoe@exemple.fr', phone: '06 12 34 56 78' },
          message: 'Bonjour,\nrappelez-moi',
          tags: ['Particulier', 'Pro'],
          vehicle: {
            make: 'Peugeot',
            model: '208',
            version: null,
            year: 2021,
            vin: null,
            registration: 'AB-123-CD',
            mileageKm: 31000,
            priceCents: 1549000,
            currency: 'EUR',
          },
          externalId: 'R-1',
          receivedAt: '2026-11-21T13:30:00.000Z',
        },
        dateWritten: '21/11/2026 14:30',
      },
    ]);
  });

  it('reads English names, any delimiter, in any case; ignores columns it does not know', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const csv = [
        ['firstName', 'LAST NAME', 'Phone', 'receivedAt', 'externalId', 'shoe size'],
        ['Ann', 'Lee', '+33612345678', '2026-11-21T14:30:00+01:00', '7', '38'],
      ];
      const [row] = await rows(csv.map((cells) => cells.join(delimiter)).join('\n'));
      expect(leadOf(row)).toMatchObject({
        type: 'VO',
        source: { name: 'Salon', category: 'Fichier' },
        contact: { firstName: 'Ann', lastName: 'Lee' },
        receivedAt: '2026-11-21T13:30:00.000Z',
        externalId: '7',
      });
    }
  });

  it('reads full names, and keeps further phones in the message', async () => {
    const [row] = await rows('Nom complet;Téléphone;Portable\nDURAND Zoé;0142685300;0612345678');
    expect(leadOf(row)).toMatchObject({
      contact: { firstName: 'Zoé', lastName: 'DURAND', phone: '0142685300' },
      message: 'Autre téléphone : 0612345678',
    });
  });

  it('an apostrophe that keeps a spreadsheet from running a formula is no part of the text', async () => {
    const [row] = await rows("nom;téléphone;message\n'@home;'+33612345678;'quoted'");
    expect(leadOf(row)).toMatchObject({
      contact: { lastName: '@home', phone: '+33612345678' },
      message: "'quoted'",
    });
  });

  it('of several e-mail addresses in a cell the first is taken, and the whole cell is under the message', async () => {
    const many = `a@b.fr, ${'c@d.fr, '.repeat(40)}e@f.fr`;
    const found = await rows(
      `nom;email;message\nA;"A@b.fr; c@d.fr";Bonjour\nB;${many};\nC;jean dupont@b.fr;\nD;a@b.fr;`,
    );
    expect(found.map(leadOf)).toMatchObject([
      { contact: { email: 'a@b.fr' }, message: 'Bonjour\n\nE-mail reçu : A@b.fr; c@d.fr' },
      { contact: { email: 'a@b.fr' }, message: `E-mail reçu : ${many}` },
      { contact: { email: 'jean dupont@b.fr' }, message: null },
      { contact: { email: 'a@b.fr' }, message: null },
    ]);
  });

  it('a date is read on the clocks of the point of sale of its own row', async () => {
    const reunion = '01936F5E-8A3C-7D2B-9F10-2B6F4C1D8E99';
    const timeZones = new Map([
      [reunion.toLowerCase(), 'Indian/Reunion'],
      [POINT_OF_SALE, 'Europe/Paris'],
    ]);
    const csv = `nom;reçu le;point de vente\nA;20/11/2026 10:00;${reunion}\nB;20/11/2026 10:00;`;
    const found = await rows(csv, { ...defaults, timeZone: 'UTC', timeZones });
    expect(found.map((row) => leadOf(row)?.receivedAt)).toEqual([
      '2026-11-20T06:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
    ]);
  });

  it('a cell prevails over the default, an empty one does not', async () => {
    const found = await rows('nom;type;source;catégorie\nA;APV;Web;\nB;;;Stand');
    expect(found.map(leadOf)).toMatchObject([
      { type: 'APV', source: { name: 'Web', category: null } },
      { type: 'VO', source: { name: 'Salon', category: 'Stand' } },
    ]);
  });
});

describe('a header that cannot be used says what is missing and what was seen', () => {
  it.each([
    ['', ['Le fichier est vide.', 'Aucune colonne lue.']],
    ['\n \r\n\n', ['Le fichier est vide.', 'Aucune colonne lue.']],
    [
      'couleur;taille\nrouge;38',
      [
        'Colonne manquante : au moins une parmi prénom, nom, e-mail, téléphone.',
        'Colonnes lues : « couleur », « taille ».',
      ],
    ],
    [
      'nom;Nom;email',
      ['Colonne en double : « nom » et « Nom ».', 'Colonnes lues : « nom », « Nom », « email ».'],
    ],
    ['"nom;email', ['En-tête illisible : guillemet ouvert et jamais refermé.', 'Aucune colonne lue.']],
  ])('%j', async (csv, messages) => expect(await headerProblems(csv)).toEqual(messages));

  it('without defaults', async () => {
    expect(await headerProblems('nom\nx', { timeZone: 'UTC' })).toEqual([
      'Colonne manquante : type (VN, VO, APV ou VD).',
      'Colonne manquante : source.',
      'Colonne manquante : point de vente (identifiant).',
      'Colonnes lues : « nom ».',
    ]);
  });
});

describe('bad rows are returned with line and reason, good ones are kept', () => {
  it('says everything that is wrong with a row, in French', async () => {
    const csv = [
      'nom;email;type;source;reçu le;année;point de vente;tags',
      ';;XX;;hier;21;7;',
      'A;a@b.fr;VN;Web;21/11/2026 14:30;2021;;',
      'B;b@b.fr;VN;Web',
      `C;${'c'.repeat(300)};;Web;;;;`,
      'D;;;Web;;;;' + 'x|'.repeat(21),
      'E;;;Web;31/02/2026 10:00;;;',
      'F\0;;;Web;;;;',
    ].join('\n');
    const found = await rows(csv);
    expect(found.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(errorsOf(found[0])).toEqual([
      { path: 'type', message: 'type inconnu : VN, VO, APV ou VD attendu' },
      { path: 'vehicle.year', message: 'année illisible : écrire 2021' },
      { path: 'receivedAt', message: 'date illisible : écrire 21/11/2026 14:30, ou un instant ISO 8601' },
      { path: 'pointOfSaleId', message: 'identifiant de point de vente illisible (UUID attendu)' },
      { path: 'contact', message: 'il faut au moins un prénom, un nom, un e-mail ou un téléphone' },
    ]);
    expect(leadOf(found[1])).toMatchObject({ contact: { lastName: 'A' } });
    expect(found.slice(2).map(errorsOf)).toEqual([
      [{ path: '', message: '4 colonnes au lieu de 8' }],
      [{ path: 'contact.email', message: 'trop long : 254 caractères au plus' }],
      [{ path: 'tags', message: '20 au plus' }],
      [{ path: 'receivedAt', message: 'date illisible : écrire 21/11/2026 14:30, ou un instant ISO 8601' }],
      [{ path: 'contact.lastName', message: 'contient un caractère refusé' }],
    ]);
  });

  it('goes on after a line too long and after a quote never closed', async () => {
    const found = await rows(`nom;message\nA;${'x'.repeat(70_000)}\nB;"b\nC;c\n;\nD;d`);
    expect(
      found.map((row) => [row.line, errorsOf(row)?.[0]?.message ?? leadOf(row)?.contact.lastName]),
    ).toEqual([
      [2, 'ligne trop longue : 65536 caractères au plus'],
      [3, 'guillemet ouvert et jamais refermé'],
      [4, 'C'],
      [6, 'D'],
    ]);
  });

  it('numbers lines of the file, with blank lines, « sep= » and line breaks in quotes', async () => {
    const found = await rows('sep=,\r\n\r\nnom,message\r\nA,"x\r\ny"\r\n\r\nB,z');
    expect(found.map(({ line }) => line)).toEqual([4, 7]);
    expect(leadOf(found[0])?.message).toBe('x\ny');
  });
});

describe('encodings', () => {
  const csv = 'nom;prénom;message\nLœwe;Zoé;à 9 000 €\n';
  const ascii = 'x;y;z\n'.repeat(5_000);
  it.each([
    ['UTF-8', Buffer.from(csv), 'auto'],
    ['UTF-8 with byte order mark', Buffer.from('\ufeff' + csv), 'auto'],
    ['windows-1252', encode(csv, 'windows-1252'), 'auto'],
    ['windows-1252 as told', encode(csv, 'windows-1252'), 'windows-1252'],
    ['UTF-16 of spreadsheets', encode(csv, 'utf-16le', { addBOM: true }), 'auto'],
  ] as const)('%s', async (_, bytes, encoding) => {
    const [row] = await rows(bytes, { ...defaults, encoding });
    expect(leadOf(row)).toMatchObject({
      contact: { firstName: 'Zoé', lastName: 'Lœwe' },
      message: 'à 9 000 €',
    });
  });

  it.each(['utf-8', 'windows-1252'])('decides where the first accent stands: %s', async (encoding) => {
    const found = await rows(encode(`nom;email;message\n${ascii}Lœwe;;é`, encoding));
    expect(leadOf(found.at(-1))).toMatchObject({ contact: { lastName: 'Lœwe' }, message: 'é' });
  });

  it('cuts no character between chunks', async () => {
    const bytes = Buffer.from('nom;email\n' + 'é🚗;\r\n'.repeat(4_000));
    for (const size of [1, 16_383, 65_536]) {
      const chunks = function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const names = new Set<unknown>();
      for await (const row of readLeadCsv(Readable.from(chunks()), defaults))
        names.add(leadOf(row)?.contact.lastName);
      expect([...names]).toEqual(['é🚗']);
    }
  });
});

it('whatever is sent gives rows the schema accepts, errors, or a CsvHeaderError', async () => {
  const start = fc.constantFrom('nom;email;reçu le\n', 'nom,type\n', 'sep=;\nnom\n', '');
  const rest = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(start, rest, async (header, bytes) => {
      const found = await rows(Buffer.concat([Buffer.from(header), bytes])).catch((error: unknown) => {
        if (!(error instanceof CsvHeaderError)) throw error;
        return [];
      });
      for (const row of found) {
        if ('lead' in row) expect(newLeadSchema.safeParse(row.lead).success).toBe(true);
        else expect(row.errors.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

it('100,000 lines in constant memory', async () => {
  const lines = 100_000;
  const generated = function* () {
    yield 'prénom;nom;email;téléphone;marque;modèle;message;référence externe;reçu le\n';
    for (let from = 0; from < lines; from += 500) {
      let text = '';
      for (let n = from; n < from + 500; n += 1) {
        text += `Zoé;Durand ${n};zoe${n}@exemple.fr;06 12 34 56 78;Peugeot;208;"Bonjour,\nmerci";R-${n};${n % 10 ? '21/11/2026 14:30' : 'hier'}\n`;
      }
      yield text;
    }
  };
  const counts = { accepted: 0, rejected: 0 };
  let last = 0;
  let highest = 0;
  const before = process.memoryUsage().heapUsed;
  for await (const row of readLeadCsv(Readable.from(generated()), defaults)) {
    if ('lead' in row) counts.accepted += 1;
    else counts.rejected += 1;
    last = row.line;
    if (row.line % 10_000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed - before);
  }
  expect({ ...counts, last }).toEqual({ accepted: 90_000, rejected: 10_000, last: 2 * lines });
  expect(highest).toBeLessThan(150_000_000);
}, 120_000);
