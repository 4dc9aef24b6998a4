import fc from 'fast-check';
import {
  firstEmailIn,
  messageWithNotes,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  readContact,
} from './contact-details';

describe('normaliseEmail', () => {
  it.each([
    ['  Camille.DURAND@Example.COM ', 'camille.durand@example.com'],
    ['mailto:jean+lead@exemple.fr', 'jean+lead@exemple.fr'],
    ['Jean Dupont <jean@exemple.fr>', 'jean@exemple.fr'],
    ['ｊｅａｎ＠ｅｘｅｍｐｌｅ．ｆｒ', 'jean@exemple.fr'],
    ['jean\u200b@exemple.fr', 'jean@exemple.fr'],
    ["o'neil@sous.domaine-auto.paris", "o'neil@sous.domaine-auto.paris"],
    ['zoé@café.fr', 'zoé@café.fr'],
    ['a@xn--caf-dma.xn--p1ai', 'a@xn--caf-dma.xn--p1ai'],
  ])('reads %j as %j', (raw, email) => expect(normaliseEmail(raw)).toBe(email));

  it.each(['', 'jean', 'jean@', '@exemple.fr', 'jean@exemple', 'a b@exemple.fr', 'a@b@c.fr', 'a..b@c.fr', 'a.@c.fr', 'a@-c.fr', 'a@c.f', 'a@1.2.3.4', 'a@c.fr\nBcc: x@y.fr', `${'a'.repeat(65)}@c.fr`, `a@${'c'.repeat(260)}.fr`])(
    'refuses %j',
    (raw) => expect(normaliseEmail(raw)).toBeNull(),
  ); // prettier-ignore
});

describe('firstEmailIn', () => {
  it.each([
    'A@B.fr; c@d.fr',
    'a@b.fr,c@d.fr',
    'a@b.fr c@d.fr',
    'a@b.fr\nc@d.fr',
    'a@b.fr ou c@d.fr',
    'a@b.fr\uff1b c@d.fr',
    'mailto:a@b.fr; mailto:c@d.fr',
    'mailto: a@b.fr c@d.fr',
    'Jean <a@b.fr>, Anne <c@d.fr>',
    'Jean <a@b.fr> / c@d.fr',
    'aucune; a@b.fr',
    'a@b.fr (bureau)',
    'a@b.fr',
  ])('reads a@b.fr out of %j', (text) => expect(firstEmailIn(text)).toBe('a@b.fr'));

  it.each(['', ';;', 'aucune', 'jean dupont@exemple.fr', 'pas d’adresse', `${'a'.repeat(300)}@b.fr;`, `${'x;'.repeat(1_000)}a@b.fr`])(
    'finds none in %#',
    (text) => expect(firstEmailIn(text)).toBeNull(),
  ); // prettier-ignore
});

describe('normalisePhone', () => {
  it.each([
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['06-12-34-56-78', 'FR', '+33612345678'],
    ['0033 6 12 34 56 78', 'FR', '+33612345678'],
    ['+33 (0)6.12.34.56.78', 'FR', '+33612345678'],
    ['+33 06 12 34 56 78', 'FR', '+33612345678'],
    ['(0)6 12 34 56 78', 'FR', '+33612345678'],
    ['33612345678', 'FR', '+33612345678'],
    ['612345678', 'FR', '+33612345678'],
    ['tel: 01 42 68 53 00', 'FR', '+33142685300'],
    ['0６12345678', 'FR', '+33612345678'],
    ['+44 20 7946 0958', 'FR', '+442079460958'],
    ['0044 20 7946 0958', 'FR', '+442079460958'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0475 12 34 56', 'BE', '+32475123456'],
    ['+1 555 555 5555', 'FR', '+15555555555'],
    ['+33612345678', 'ZZ', '+33612345678'],
  ])('reads %j in %s as %s', (raw, country, phone) => expect(normalisePhone(raw, country)).toBe(phone));

  it.each([
    ['0692 12 34 56', 'FR', '+262692123456'],
    ['0262 20 12 34', 'FR', '+262262201234'],
    ['0590 82 12 34', 'FR', '+590590821234'],
    ['0690 35 12 34', 'MQ', '+590690351234'],
    ['0696 20 12 34', 'FR', '+596696201234'],
    ['0694 20 12 34', 'FR', '+594694201234'],
    ['+33 692 12 34 56', 'FR', '+262692123456'],
    ['06 12 34 56 78', 'RE', '+33612345678'],
    ['0692 12 34 56', 'RE', '+262692123456'],
    ['+262 692 12 34 56', 'FR', '+262692123456'],
    ['06 39 98 00 12', 'FR', '+33639980012'],
  ])('French overseas: reads %j in %s as %s', (raw, country, phone) =>
    expect(normalisePhone(raw, country)).toBe(phone),
  );

  it.each(['', '12', '3639', 'inconnu', '0000000000', '06 12 34 56 7', '06123456789012', '+999 123 456 78', '1'.repeat(80)])(
    'refuses %j',
    (raw) => expect(normalisePhone(raw, 'FR')).toBeNull(),
  ); // prettier-ignore

  it('gives E.164 or null for any text, and E.164 stays as it is', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().-]{0,20}$/));
    fc.assert(
      fc.property(anything, fc.constantFrom('FR', 'RE', 'BE', 'US', 'ZZ'), (raw, country) => {
        const phone = normalisePhone(raw, country);
        if (phone === null) return;
        expect(phone).toMatch(/^\+[1-9]\d{3,16}$/);
        expect(normalisePhone(phone, country)).toBe(phone);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readContact', () => {
  it('normalises every detail', () => {
    const received = {
      firstName: '  Zoe\u0301\n',
      lastName: 'DE  LA TOUR',
      email: 'Z@EXEMPLE.FR',
      phone: '0612345678',
    };
    expect(readContact(received, 'FR')).toEqual({
      contact: { firstName: 'Zoé', lastName: 'DE LA TOUR', email: 'z@exemple.fr', phone: '+33612345678' },
      notes: [],
    });
  });

  it('keeps what cannot be understood as French notes', () => {
    expect(readContact({ email: 'jean chez exemple', phone: 'le soir' }, 'FR')).toEqual({
      contact: { firstName: null, lastName: null, email: null, phone: null },
      notes: ['E-mail reçu : jean chez exemple', 'Téléphone reçu : le soir'],
    });
  });

  it.each(['06 12 34 56 78 / 01 42 68 53 00', '0612345678 poste 12', '06 12 34 56 78 ou le 01 42 68 53 00'])(
    'takes the first number of %j and keeps the whole in a note',
    (phone) => {
      const read = readContact({ phone }, 'FR');
      expect(read.contact.phone).toBe('+33612345678');
      expect(read.notes).toEqual([`Téléphone reçu : ${phone}`]);
    },
  );

  it.each(['a@b.fr; c@d.fr', 'jean dupont@exemple.fr'])(
    'takes no part of %j for an address: a form has it corrected',
    (email) => {
      const read = readContact({ email }, 'FR');
      expect(read.contact.email).toBeNull();
      expect(read.notes).toEqual([`E-mail reçu : ${email}`]);
    },
  );

  it('gives no empty name', () => expect(normaliseName(' \u200b\n')).toBeNull());
});

describe('messageWithNotes', () => {
  it('puts notes under the message, once each', () => {
    expect(messageWithNotes('Bonjour', ['a', 'a', 'b'])).toBe('Bonjour\n\na\nb');
    expect(messageWithNotes('Bonjour\n\na', ['a'])).toBe('Bonjour\n\na');
    expect(messageWithNotes(null, ['a'])).toBe('a');
    expect(messageWithNotes('', [])).toBeNull();
  });

  it('stays within the length of a message and cuts the message, not the notes', () => {
    const message = messageWithNotes('🚗'.repeat(5000), ['Téléphone reçu : 12'])!;
    expect(message.length).toBeLessThanOrEqual(10_000);
    expect(messageWithNotes('a'.repeat(10_001), [])).toHaveLength(10_000);
    expect(messageWithNotes('Bonjour', ['b'.repeat(20_000)])).toHaveLength(10_000);
    expect(message).toMatch(/🚗…\n\nTéléphone reçu : 12$/u);
  });
});
