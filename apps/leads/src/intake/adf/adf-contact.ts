import { fold } from '../contact-search';
import { splitFullName, withoutTitle } from './adf-values';
import { child, childrenOf, textOf, type XmlNode } from './xml-tree';

/** A telephone number of a contact, as written. */
export type AdfPhone = { number: string; type: string | null; time: string | null };

/**
 * The contact of an ADF document; phones and e-mails best first, ten of each and fifty names at most, fax numbers left
 * out. `otherNames` are those that the first and last name do not say.
 */
export type AdfContact = PersonName & {
  otherNames: string[];
  company: string | null;
  phones: AdfPhone[];
  emails: string[];
  address: string | null;
};

type PersonName = { firstName: string | null; lastName: string | null };

const MOST_OF_A_KIND = 10;
/** Far beyond what anybody is called: a document made to keep a process busy finds nothing to do. */
const MOST_NAMES = 50;
const COMPARED_LENGTH = 1_000;
const PERSON_PARTS: ReadonlySet<string> = new Set(['first', 'middle', 'last', 'surname', 'suffix']);

/** Reads a `<contact>`, whose names may be split, full, of a person or of a business. */
export function readContactElement(contact: XmlNode): AdfContact {
  const names = childrenOf(contact, 'name').filter((name) => name.text);
  const { person, business } = sortNames(names.slice(0, MOST_NAMES));
  const name = readName(person);
  const phones = childrenOf(contact, 'phone').flatMap(readPhone).slice(0, MOST_OF_A_KIND);
  const emails = childrenOf(contact, 'email')
    .filter((email) => email.text)
    .slice(0, MOST_OF_A_KIND);
  return {
    ...name,
    otherNames: person.map(({ text }) => text).filter((text) => saysMore(text, name)),
    company: readCompany([...business, ...childrenOf(contact, 'company')]),
    phones: phones.sort((one, other) => other.rank - one.rank).map(({ rank: _, ...phone }) => phone),
    emails: emails
      .sort((one, other) => Number(isPreferred(other)) - Number(isPreferred(one)))
      .map(({ text }) => text),
    address: readAddress(child(contact, 'address')),
  };
}

/** Names of the person and of the business. Some portals write a person's first and last name as those of a business. */
function sortNames(names: XmlNode[]): { person: XmlNode[]; business: XmlNode[] } {
  const people = names.filter((name) => name.attributes.get('type')?.toLowerCase() !== 'business');
  const person = people.length > 0 ? people : names.filter((name) => PERSON_PARTS.has(partOf(name)));
  return { person, business: names.filter((name) => !person.includes(name)) };
}

function readCompany(names: XmlNode[]): string | null {
  return [...new Set(names.map(({ text }) => text).filter(Boolean))].join(' ') || null;
}

function readName(names: XmlNode[]): PersonName {
  const part = (wanted: string) => names.find((name) => partOf(name) === wanted)?.text ?? null;
  const full = part('full') ?? part('');
  const firstName = joined(part('first'), part('middle')) ?? (full ? null : part('middle'));
  const lastName = joined(part('last') ?? part('surname'), part('suffix'));
  if (firstName && lastName) return { firstName, lastName };
  if (!firstName && !lastName) return splitFullName((full ?? names[0]?.text ?? '').slice(0, 300));
  return full ? completeName({ firstName, lastName }, full.slice(0, 300)) : { firstName, lastName };
}

function joined(name: string | null, more: string | null): string | null {
  return name && more ? `${name} ${more}` : name;
}

/** The part that is known stays; the other one is what the full name says besides. */
function completeName({ firstName, lastName }: PersonName, full: string): PersonName {
  const rest = wordsBeyond(full, firstName ?? lastName ?? '').join(' ') || null;
  return { firstName: firstName ?? rest, lastName: lastName ?? rest };
}

function saysMore(text: string, { firstName, lastName }: PersonName): boolean {
  return wordsBeyond(text, `${firstName ?? ''} ${lastName ?? ''}`).length > 0;
}

/** The words of a name, without its title, that another one does not hold as often, accents and case aside. */
function wordsBeyond(name: string, known: string): string[] {
  const left = wordsOf(known).map(fold);
  return wordsOf(withoutTitle(name)).filter((word) => {
    const at = left.indexOf(fold(word));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, COMPARED_LENGTH)
    .split(/[\s,]+/)
    .filter(Boolean);
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
