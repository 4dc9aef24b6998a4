import { openingCalendar } from '@relance/lead-clock';
import { createTransport } from 'nodemailer';
import type { Lead } from '../lead-page/lead-view';
import { leadRecord } from '../testing/lead-record';
import { reminderMail } from './reminder-mail';

const mailOf = (change: Partial<Lead> = {}, name = 'Alix', number = 1) =>
  reminderMail({
    lead: leadRecord(change),
    recipient: { id: 'u', name, email: 'alix@example.com' },
    number,
    atMs: Date.parse('2026-11-20T10:03:20Z'),
    timeZone: 'Europe/Paris',
    calendar: openingCalendar(null, 'Europe/Paris'),
    leadUrl: 'http://localhost:3000/leads/1',
  });

describe('a reminder in French', () => {
  it('says how long is left, who, from where, and links to the lead', () => {
    const { subject, text, html } = mailOf({
      sourceCategory: 'Annonces',
      vehicle: { make: 'Peugeot', model: '208' },
    });
    expect(subject).toBe('Rappel 1/2\u202f: Camille Durand (VN) – il reste 6\u202fmin\u202f40\u202fs');
    for (const words of [
      'Camille Durand',
      '+33612345678',
      'camille@example.com',
      'LeBonCoin › Annonces',
      'VN · Peugeot 208',
      '6 min 40 s, jusqu’au vendredi 20 novembre à 11 h 10',
      'L-2026-000042',
      'http://localhost:3000/leads/1',
    ]) {
      expect(text.replaceAll('\u202f', ' ')).toContain(words);
    }
    expect(text).not.toMatch(/ :|\d (?:h|min|s)\b/);
    expect(html).toContain('<a href="http://localhost:3000/leads/1">');
  });

  it('knows whether somebody is in charge (S1.5)', () => {
    expect(mailOf({ assigneeId: 'u' }).text).toContain('Un lead dont vous avez la charge');
    expect(mailOf().text).toContain('personne ne l’a pris en charge');
  });

  it('tells the team of an assignee who has left nothing of being in charge (D4)', () => {
    const { text } = mailOf({ assigneeId: 'gone' });
    expect(text).toContain('personne ne l’a pris en charge');
    expect(text).not.toContain('vous avez la charge');
  });

  it('« 1er décembre »', () =>
    expect(mailOf({ deadlineAt: new Date('2026-12-01T08:30:00Z') }).text).toContain(
      'mardi 1er décembre à 9\u202fh\u202f30',
    ));

  it('a contact of whom little is known', () => {
    const contact = { firstName: null, lastName: null, email: null, phone: '+33612345678' };
    const { subject, text } = mailOf({ contact });
    expect(subject).toContain('Contact sans nom');
    expect(text).not.toContain('E-mail\u202f:');
  });
});

describe('what strangers write', () => {
  const evil = `<img src=x onerror="alert('1')">&`;

  it('is text in HTML, wherever it stands', () => {
    const { html } = mailOf(
      {
        sourceName: evil,
        sourceCategory: evil,
        vehicle: { make: evil, model: evil },
        contact: { firstName: evil, lastName: evil, email: evil, phone: evil },
      },
      evil,
    );
    expect(html).not.toMatch(/<img|onerror="/);
    expect(html).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;');
  });

  it('adds no line to the text, and no header to the message', async () => {
    const name = 'Eve\r\nBcc: everybody@example.com\r\n\r\nhello';
    const contact = { firstName: name, lastName: null, email: null, phone: null };
    const { subject, text, html } = mailOf({ contact, sourceName: name }, name);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: 'relance@example.com',
      to: { name, address: 'alix@example.com' },
      subject,
      text,
      html,
    });
    const [headers] = (message as Buffer).toString().split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/im);
  });
});
