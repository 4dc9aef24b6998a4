import { encode } from 'iconv-lite';
import { previewOf } from './file-preview';

async function* bytes(...pieces: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

it('names the columns, shows some of their values and suggests what they hold, in French or English', async () => {
  const csv =
    'Nom;Prénom;Mobile;Téléphone;Nom;phone number;Couleur\nDurand;Zoé;06;01;;;bleu\nNoël;Zoé;07;;;;\n';
  expect(await previewOf(bytes(csv))).toEqual([
    { index: 0, name: 'Nom', samples: ['Durand', 'Noël'], suggestedField: 'lastName' },
    { index: 1, name: 'Prénom', samples: ['Zoé'], suggestedField: 'firstName' },
    { index: 2, name: 'Mobile', samples: ['06', '07'], suggestedField: 'phone' },
    { index: 3, name: 'Téléphone', samples: ['01'], suggestedField: 'phone' },
    { index: 4, name: 'Nom', samples: [], suggestedField: null },
    { index: 5, name: 'phone number', samples: [], suggestedField: 'phone' },
    { index: 6, name: 'Couleur', samples: ['bleu'], suggestedField: null },
  ]);
});

it.each(['utf-8', 'windows-1252'])('reads accents in %s', async (encoding) => {
  const [column] = await previewOf(bytes(encode('Prénom,e-mail\nLœwe,a@b.fr', encoding)));
  expect(column).toMatchObject({ name: 'Prénom', samples: ['Lœwe'] });
});

it('reads no further than it needs', async () => {
  let read = 0;
  const long = async function* () {
    for (; read < 1_000; read += 1)
      yield Buffer.from(`${read === 0 ? 'nom;email\n' : ''}${'a;b\n'.repeat(5_000)}`);
  };
  await previewOf(long());
  expect(read).toBeLessThan(5);
});

it('cuts long values, and keeps them on one line', async () => {
  const [column] = await previewOf(bytes(`nom;x\n"${'a\n'.repeat(50)}";`, `\n${'🚗'.repeat(60)};`));
  expect(column!.samples.map((sample) => sample.length <= 80 && !sample.includes('\n'))).toEqual([
    true,
    true,
  ]);
  expect(column!.samples.every((sample) => sample.isWellFormed())).toBe(true);
});

it.each([
  ['nothing', ''],
  ['blank lines', '\n\n  \n'],
  ['an open quote', '"nom;email'],
])('refuses %s', async (_, csv) => {
  await expect(previewOf(bytes(csv))).rejects.toMatchObject({ code: 'CSV_HEADER_INVALID', status: 422 });
});

it('refuses a spreadsheet', async () => {
  const zip = Buffer.from('504b0304140006000800000021006241ee680100000000', 'hex');
  await expect(previewOf(bytes(zip))).rejects.toMatchObject({ code: 'NOT_CSV' });
});
