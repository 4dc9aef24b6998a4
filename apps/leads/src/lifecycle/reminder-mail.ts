import { remainingTime } from '@relance/lead-clock';
import { dayAndMonth, french, measure } from './french-typography.workflow';
import { clockOf, reminderCountOf } from './lead-record';
import { duration } from './lead-lifecycle-words.workflow';
import type { ReminderToSend } from './reminder-mailer';

/** The words of a reminder, in French: subject, time left, contact, source, a link to the lead (S1.6). */
export function reminderMail(reminder: ReminderToSend & { leadUrl: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const { lead, number, recipient, leadUrl } = reminder;
  const count = reminderCountOf(lead);
  const left = duration(
    Math.floor(remainingTime(clockOf(lead), reminder.atMs, reminder.calendar) / 1000) * 1000,
  );
  const deadline = localTime(lead.deadlineAt, reminder.timeZone);
  const { firstName, lastName } = lead.contact;
  const name = oneLine([firstName, lastName].filter(Boolean).join(' ')) || 'Contact sans nom';
  const source = [lead.sourceName, lead.sourceCategory].filter(Boolean).join(' › ');
  const vehicle = [lead.vehicle?.make, lead.vehicle?.model].filter(Boolean).join(' ');
  const facts: [string, string | null][] = [
    ['Contact', name],
    ['Téléphone', lead.contact.phone],
    ['E-mail', lead.contact.email],
    ['Type', vehicle ? `${lead.type} · ${vehicle}` : lead.type],
    ['Source', source],
    ['Temps restant', `${left}, jusqu’au ${deadline}`],
  ];
  // Each on one line: what strangers wrote must not look like ours.
  const known = facts.flatMap(([label, value]): [string, string][] =>
    value ? [[label, oneLine(value)]] : [],
  );
  const greeting = `Bonjour ${oneLine(recipient.name)},`;
  const intro =
    recipient.id === lead.assigneeId
      ? 'Un lead dont vous avez la charge n’est pas encore traité.'
      : 'Un lead de votre point de vente n’est pas encore traité, et personne ne l’a pris en charge.';
  const subject = french`Rappel ${number}/${count} : ${name} (${lead.type}) – il reste ${left}`;
  const text = [
    greeting,
    intro,
    known.map(([label, value]) => french`${label} : ${value}`).join('\n'),
    french`Ouvrir le lead ${lead.code} : ${leadUrl}`,
    'Sans contact déclaré ni rendez-vous avant l’échéance, ce lead passera en souffrance.',
  ].join('\n\n');
  const rows = known
    .map(([label, value]) => `<tr><th align="left">${escape(label)}</th><td>${escape(value)}</td></tr>`)
    .join('');
  const html = `<!doctype html><html lang="fr"><body style="font-family:sans-serif;color:#1a1b1e">
<p>${escape(greeting)}</p><p>${escape(intro)}</p>
<table cellpadding="4">${rows}</table>
<p><a href="${escape(leadUrl)}">Ouvrir le lead ${escape(lead.code)}</a></p>
<p style="color:#5c5f66">Sans contact déclaré ni rendez-vous avant l’échéance, ce lead passera en souffrance.</p>
</body></html>`;
  return { subject, text, html };
}

/** Making one takes a hundred times as long as using it, and an opening hour needs thousands. One per time zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('fr-FR', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** « vendredi 20 novembre à 11 h 10 » */
function localTime(instant: Date, timeZone: string): string {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const [weekday, day, month] = [parts.get('weekday'), parts.get('day'), parts.get('month')];
  const time = measure(Number(parts.get('hour')), 'h', parts.get('minute')!);
  return `${weekday} ${dayAndMonth(day!, month!)} à ${time}`;
}

/** Narrow no-break spaces are ours and break no line. */
function oneLine(text: string): string {
  return text.replace(/(?:[^\S\u202f]|\p{Cc})+/gu, ' ').trim();
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
