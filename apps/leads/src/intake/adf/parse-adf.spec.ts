import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { newLeadSchema } from '../new-lead.schema';
import { AdfError } from './adf.errors';
import { adfToNewLead } from './adf-to-new-lead';
import { ADF_MAX_BYTES, parseAdf } from './parse-adf';

const options = { pointOfSaleId: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90', timeZone: 'Europe/Paris', country: 'FR', defaultType: 'VO' as const }; // prettier-ignore
const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', `${name}.xml`));
const CONTACT = '<customer><contact><name part="full">Zoé Durand</name></contact></customer>';

/** What is wrong with a document, or nothing. */
function problems(document: string | Buffer, charset?: string): string[] {
  try {
    adfToNewLead(parseAdf(Buffer.from(document as string), charset), options);
    return [];
  } catch (error) {
    if (!(error instanceof AdfError)) throw error;
    return error.errors.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  }
}

describe('parseAdf refuses, with one sentence', () => {
  it.each([
    ['', 'malformed XML: no element'],
    ['hello', 'malformed XML: text before the first element'],
    ['{"type":"VN"}', 'malformed XML: text before the first element'],
    ['<?adf version="1.0"?>', 'malformed XML: no element'],
    ['<html><body/></html>', 'the root element is not <adf>'],
    ['<adf/>', 'prospect: needed: the document holds no <prospect>'],
    ['<adf><prospect/></adf>', 'prospect.customer.contact: needed: nobody to contact'],
    [
      '<adf><prospect><customer></prospect></adf>',
      'malformed XML at line 1, column 26: Expected closing tag',
    ],
    ['<?xml version="1.0"?>\n<?adf?>\n<adf>\n<a b>', 'malformed XML at line 4, column 4: boolean attribute'],
    ['<adf><prospect>', 'malformed XML: elements are not closed, or stand beside the root'],
    ['<adf></adf><adf></adf>', 'malformed XML: elements are not closed, or stand beside the root'],
    ['<adf><![CDATA[', 'malformed XML: CDATA is not closed'],
    ['<adf><!-- ', 'malformed XML: comment is not closed'],
    ['<adf><!DOCTYPE a></adf>', 'malformed XML: declaration inside the document'],
    [
      '<adf><prospect><customer><contact/></customer></prospect></adf>',
      'contact: at least one of firstName, lastName, email, phone is needed',
    ],
  ])('%j', (document, sentence) => expect(problems(document)).toEqual([sentence]));

  it('several prospects', () => {
    expect(problems(fixture('two-prospects'))).toEqual([
      'prospect: one document holds one <prospect>, this one 2: send them apart',
    ]);
  });

  it.each(['billion-laughs', 'external-entity'])('declared entities: %s', (name) => {
    expect(problems(fixture(name))).toEqual([
      'a DOCTYPE that declares entities or elements is refused: send the document without it',
    ]);
  });

  it('too large, too deep', () => {
    expect(problems(Buffer.alloc(ADF_MAX_BYTES + 1, 0x20))).toEqual(['longer than 1000000 bytes']);
    expect(problems('<adf>' + '<a>'.repeat(60) + '</a>'.repeat(60) + '</adf>')).toEqual([
      'malformed XML: Maximum nested tags exceeded',
    ]);
  });

  it('without quoting the document, which holds personal data', () => {
    const [sentence] = problems('<adf><prospect><camille.durand></adf>');
    expect(sentence).not.toContain('camille');
  });
});

describe('parseAdf tolerates', () => {
  it.each([
    ['a DOCTYPE that declares nothing', `<!DOCTYPE adf SYSTEM "http://x/[a].dtd"><adf><prospect>${CONTACT}</prospect></adf>`],
    ['a prospect as root', `<prospect>${CONTACT}</prospect>`],
    ['white space and comments around', `\n \t<!-- a --> <adf><!-- & --><prospect>${CONTACT}</prospect></adf>\n`],
    ['elements named like properties of objects', `<adf><toString>1</toString><prospect>${CONTACT}</prospect></adf>`],
  ])('%s', (_, document) => expect(problems(document)).toEqual([])); // prettier-ignore

  it('never expands an unknown entity, decodes numeric ones once', () => {
    const name = '<name part="last">&amp;lt; &secret; &#x26;amp; &#0;&#xD800;</name>';
    const adf = parseAdf(
      Buffer.from(`<adf><prospect><customer><contact>${name}</contact></customer></prospect></adf>`),
    );
    expect(adf.contact.lastName).toBe('&lt; &secret; &amp; \uFFFD\uFFFD');
  });

  it('the charset of the content type, unless the bytes contradict it', () => {
    const document = `<adf><prospect>${CONTACT}</prospect></adf>`;
    const lastName = (bytes: Buffer, charset?: string) => parseAdf(bytes, charset).contact.firstName;
    expect(lastName(encode(document, 'iso-8859-1'), 'ISO-8859-1')).toBe('Zoé');
    expect(lastName(encode(document, 'iso-8859-1'))).toBe('Zoé');
    expect(lastName(encode(document, 'iso-8859-1'), 'utf-8')).toBe('Zoé');
    expect(lastName(encode(document, 'utf-16be'))).toBe('Zoé');
    expect(lastName(encode(document, 'utf-8'), 'utf-16')).toBe('Zoé');
    expect(lastName(encode(document, 'utf-8'), 'klingon')).toBe('Zoé');
  });
});

describe('whatever is sent', () => {
  /** Either a lead the schema accepts, or an AdfError; anything else fails the test. */
  function survives(bytes: Buffer): void {
    try {
      const lead = adfToNewLead(parseAdf(bytes), options);
      expect(newLeadSchema.safeParse(lead).success).toBe(true);
    } catch (error) {
      if (!(error instanceof AdfError)) throw error;
      expect(error.errors.length).toBeGreaterThan(0);
    }
  }

  it('random bytes and text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(Buffer.from(bytes))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => survives(Buffer.from(`<adf>${text}`))),
      { numRuns: 500 },
    );
  });

  it('a real document with bytes replaced, removed and repeated', () => {
    const names = [
      'new-car-split-names',
      'used-car-full-name',
      'unknown-elements',
      'cdata-and-html',
      'utf-16',
    ];
    const documents = names.map(fixture);
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(20),
      insert: fc.constantFrom('', '<', '>', '&', '"', ']]>', '\0', '<!DOCTYPE', '<name>', 'é'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (document, changes) => {
          let bytes = document;
          for (const { at, length, insert } of changes) {
            const from = at % (bytes.length + 1);
            bytes = Buffer.concat([
              bytes.subarray(0, from),
              Buffer.from(insert),
              bytes.subarray(from + length),
            ]);
          }
          survives(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('any text in any field', () => {
    const escape = (text: string) => text.replace(/[<&>]/g, (character) => `&#${character.charCodeAt(0)};`);
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }).map(escape), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, ([a, b, c, d, e, f, g, h]) => {
        survives(
          Buffer.from(
            `<adf><prospect><id>${a}</id><requestdate>${b}</requestdate><vehicle><year>${c}</year><odometer>${d}</odometer>` +
              `<price>${e}</price></vehicle><customer><contact><name part="full">${f}</name><phone>${g}</phone>` +
              `<email>${h}</email></contact></customer></prospect></adf>`,
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['words', `<adf><prospect><customer><contact><name>${'A b '.repeat(240_000)}</name></contact></customer></prospect></adf>`],
    ['phones', `<adf><prospect><customer><contact>${'<phone>1</phone>'.repeat(60_000)}</contact></customer></prospect></adf>`],
    ['vehicles', `<adf><prospect><customer>${CONTACT}</customer>${'<vehicle/>'.repeat(95_000)}</prospect></adf>`],
    ['spaces', `<adf><prospect><vehicle><odometer>1${' '.repeat(900_000)}x</odometer></vehicle>${CONTACT}</prospect></adf>`],
    ['ampersands', `<adf>${'&'.repeat(900_000)}</adf>`],
    ['open CDATA', `<adf>${'<![CDATA['.repeat(100_000)}`],
    ['attributes', `<adf ${Array.from({ length: 70_000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['instructions', '<?a>'.repeat(240_000)],
    ['line breaks', `<adf><a>${'\n '.repeat(450_000)}x</a></adf>`],
  ])('a megabyte of %s is no way to keep the service busy', (_, document) => {
    const start = performance.now();
    survives(Buffer.from(document));
    expect(performance.now() - start).toBeLessThan(15_000);
  }, 60_000); // prettier-ignore
});
