import { splitFullName } from './adf-values';
import { child, childrenOf, textOf, type XmlNode } from './xml-tree';

/** A telephone number of a contact, as written. */
export type AdfPhone = { number: string; type: string | null; time: string | null };

/**
 * The contact of an ADF document; phones and e-mails best first, ten of each at most, fax numbers left
 * out.
 */
export type AdfContact = {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phones: AdfPhone[];
  emails: string[];
  address: string | null;
};

const MOST_OF_A_KIND = 10;
const PERSON_PARTS: ReadonlySet<string> = new Set(['first', 'middle', 'last', 'surname', 'suffix']);

/** Reads a `<contact>`, whose names may be split, full, of a person or of a business. */
export function readContactElement(contact: XmlNode): AdfContact {
  const names = childrenOf(contact, 'name').filter((name) => name.text);
  const people = names.filter((name) => name.attributes.get('type')?.toLowerCase() !== 'business');
  // Some portals write a person's first and last name as those of a business.
  const person = people.length > 0 ? people : names.filter((name) => PERSON_PARTS.has(partOf(name)));
  const business = names.filter((name) => !people.includes(name) && !person.includes(name));
  const company = business.map(({ text }) => text).join(' ') || textOf(contact, 'company');
  const phones = childrenOf(contact, 'phone').flatMap(readPhone).slice(0, MOST_OF_A_KIND);
  const emails = childrenOf(contact, 'email')
    .filter((email) => email.text)
    .slice(0, MOST_OF_A_KIND);
  return {
    ...readName(person),
    company,
    phones: phones.sort((one, other) => other.rank - one.rank).map(({ rank: _, ...phone }) => phone),
    emails: emails
      .sort((one, other) => Number(isPreferred(other)) - Number(isPreferred(one)))
      .map(({ text }) => text),
    address: readAddress(child(contact, 'address')),
  };
}

type PersonName = { firstName: string | null; lastName: string | null };

function readName(names: XmlNode[]): PersonName {
  const part = (wanted: string) => names.find((name) => partOf(name) === wanted)?.text ?? null;
  const firstName = [part('first'), part('middle')].filter(Boolean).join(' ') || null;
  const lastName = [part('last') ?? part('surname'), part('suffix')].filter(Boolean).join(' ') || null;
  if (firstName && lastName) return { firstName, lastName };
  const full = part('full') ?? names.find((name) => !name.attributes.has('part'))?.text;
  return full ? completeName({ firstName, lastName }, full.slice(0, 300)) : { firstName, lastName };
}

/** One part and a full name: the full one splits where it holds that part, and else is the other part. */
function completeName({ firstName, lastName }: PersonName, full: string): PersonName {
  const known = firstName ?? lastName;
  if (!known) return splitFullName(full);
  const words = full.toLowerCase().split(/[\s,]+/);
  const holdsKnown = known
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
  if (!holdsKnown) return { firstName: firstName ?? full, lastName: lastName ?? full };
  return words.length > 1 ? splitFullName(full) : { firstName, lastName };
}

function partOf(name: XmlNode): string {
  return name.attributes.get('part')?.toLowerCase() ?? '';
}

/** The number the contact prefers, then a mobile one, then any that is spoken into. */
function readPhone(node: XmlNode): (AdfPhone & { rank: number })[] {
  const type = node.attributes.get('type')?.toLowerCase() || null;
  if (!node.text || type === 'fax' || type === 'pager') return [];
  const mobile = type !== null && /cell|mobile|portable|gsm/.test(type);
  const rank = (isPreferred(node) ? 2 : 0) + (mobile ? 1 : 0);
  return [{ number: node.text, type, time: node.attributes.get('time')?.toLowerCase() || null, rank }];
}

function isPreferred(node: XmlNode): boolean {
  return /^(?:1|true|yes)$/i.test(node.attributes.get('preferredcontact') ?? '');
}

function readAddress(node: XmlNode | undefined): string | null {
  const streets = childrenOf(node, 'street').map((street) => textOf(street));
  const city = [textOf(node, 'postalcode'), textOf(node, 'city')].filter(Boolean).join(' ');
  return (
    [...streets, textOf(node, 'apartment'), city, textOf(node, 'country')].filter(Boolean).join(', ') || null
  );
}
