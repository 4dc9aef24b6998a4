import { requestText } from '../engine/http-connection.ts';

const password = 'Relance-demo-2026';
const limit = 80;

/** One way of asking for a page of leads. */
export interface Question {
  readonly name: string;
  readonly authorization: string;
  readonly query: string;
}

/** How many of the first questions have lists of more than a thousand pages. */
export const longLists = 2;

/** Filters, sorts and scopes as people use them: all points of sale, two, or one. */
const asked = [
  ['admin', 'newest first', 'sort=-createdAt'],
  ['admin', 'lost, last deadline first', 'status=LOST&sort=-deadlineAt'],
  ['admin', 'running, next deadline first', 'status=IN_PROGRESS&paused=false&sort=deadlineAt'],
  ['admin', 'overdue', 'overdue=true&sort=deadlineAt'],
  ['admin', 'won, one source', 'status=WON&source=LeBonCoin&sort=-createdAt'],
  ['admin', 'a tag, two types', 'tag=Particulier&type=VO,VN&sort=-createdAt'],
  ['admin', 'a contact by name', 'q=moreau%20camille&sort=-createdAt'],
  ['admin', 'not assigned', 'assigneeId=none&status=IN_PROGRESS&sort=-deadlineAt'],
  ['etienne.roux', 'two points of sale, in progress', 'status=IN_PROGRESS&sort=deadlineAt'],
  ['etienne.roux', 'two points of sale, overdue', 'overdue=true&sort=deadlineAt'],
  ['zoe.martin', 'mine, newest first', 'assigneeId=me&sort=-createdAt'],
  ['zoe.martin', 'one point of sale, of a type', 'type=VO&status=IN_PROGRESS&sort=-createdAt'],
] as const;

export async function questions(gatewayUrl: string): Promise<Question[]> {
  const tokens = new Map<string, string>();
  for (const who of new Set(asked.map(([name]) => name))) tokens.set(who, await signIn(gatewayUrl, who));
  return asked.map(([who, name, query]) => ({
    name: `${who}: ${name}`,
    query,
    authorization: tokens.get(who)!,
  }));
}

/** The request for {@link HttpConnection}. */
export function pageRequest(gatewayUrl: string, question: Question, cursor?: string): string {
  return requestText('GET', pageUrl(gatewayUrl, question, limit, cursor), {
    authorization: question.authorization,
    accept: 'application/json',
  });
}

export interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

export async function readPage(
  gatewayUrl: string,
  question: Question,
  cursor?: string,
  items = limit,
): Promise<Page> {
  const { authorization } = question;
  const url = pageUrl(gatewayUrl, question, items, cursor);
  // A kept connection may have been closed while this process was busy: then a new one is used.
  const ask = () => fetch(url, { headers: { authorization } });
  const answer = await ask().catch(ask);
  if (!answer.ok) throw new Error(`${question.name}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Page;
}

/** The cursor with which the page of this number is asked for; a cursor does not depend on the size of pages. */
export async function cursorOfPage(gatewayUrl: string, question: Question, page: number): Promise<string> {
  let cursor: string | undefined;
  for (let left = (page - 1) * limit; left > 0;) {
    const { items, nextCursor } = await readPage(gatewayUrl, question, cursor, Math.min(200, left));
    if (nextCursor === null) throw new Error(`${question.name}: there is no page ${page}.`);
    left -= items.length;
    cursor = nextCursor;
  }
  return cursor!;
}

/** Cursors all through a long list, 200 leads apart. */
export async function cursorsThrough(
  gatewayUrl: string,
  question: Question,
  count: number,
): Promise<string[]> {
  const cursors: string[] = [];
  while (cursors.length < count) {
    const { nextCursor } = await readPage(gatewayUrl, question, cursors.at(-1), 200);
    if (nextCursor === null) throw new Error(`${question.name}: only ${cursors.length} × 200 leads.`);
    cursors.push(nextCursor);
  }
  return cursors;
}

function pageUrl(gatewayUrl: string, { query }: Question, items: number, cursor?: string): string {
  const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return `${gatewayUrl}/api/v1/leads?${query}&limit=${items}${from}`;
}

async function signIn(gatewayUrl: string, who: string): Promise<string> {
  const answer = await fetch(`${gatewayUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${who}@relance.example`, password }),
  });
  if (!answer.ok) throw new Error(`${who} cannot sign in: ${answer.status} ${await answer.text()}`);
  return `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}`;
}
