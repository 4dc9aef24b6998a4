/** A service behind the gateway; also the audience of the tokens sent to it. */
export type ServiceName = 'organisation' | 'leads';

/** Where a request goes. */
export type Destination = {
  service: ServiceName;
  /** `public`: no credentials are asked for. */
  access: 'public' | 'signed-in';
  /** Cookies pass to what signs in and out, nowhere else. */
  cookies: boolean;
  /** One of {@link SLOW_PATHS}. */
  slow: boolean;
  /** A form on somebody's website: anybody may post, a few times a minute. */
  form: boolean;
};

/** What takes long by nature: a file of 100,000 lines. */
export const SLOW_PATHS = ['/leads/import', '/leads/export', '/lead-imports'];

type Rule = { path: RegExp } & Partial<Destination> & { service: ServiceName };

/** The first rule that matches decides. What no rule names does not exist outside: `/internal` above all. */
const RULES: Rule[] = [
  { path: /^\/auth\/(?:login|refresh|logout)$/, service: 'organisation', access: 'public', cookies: true },
  { path: /^\/auth\/password-reset(?:\/confirm)?$/, service: 'organisation', access: 'public' },
  { path: /^\/auth(?:\/|$)/, service: 'organisation', cookies: true },
  { path: /^\/points-of-sale\/[^/]+\/settings\/incoming-leads$/, service: 'leads' },
  { path: /^\/lead-sources\/[^/]+\/test-lead$/, service: 'leads' },
  {
    path: /^\/(?:me|users|points-of-sale|teams|api-keys|lead-sources|roles)(?:\/|$)/,
    service: 'organisation',
  },
  { path: /^\/forms\/[^/]+$/, service: 'leads', access: 'public', form: true },
  { path: new RegExp(`^(?:${SLOW_PATHS.join('|')})$`), service: 'leads', slow: true },
  { path: /^\/lead-imports\//, service: 'leads' },
  { path: /^\/(?:leads|lead-views)(?:\/|$)/, service: 'leads' },
];

const COMMON = { access: 'signed-in', cookies: false, slow: false, form: false } as const;
const TABLE = RULES.map(({ path, ...rule }) => ({
  path,
  destination: { ...COMMON, ...rule } satisfies Destination,
}));

export const API_PREFIX = '/api/v1';

/**
 * Anything a URL parser would resolve into another path than the one the rules saw: dot segments, written plainly
 * or percent-encoded, empty segments, back slashes and encoded slashes.
 */
const AMBIGUOUS = /\/\/|\\|%2f|%5c|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * The path a service knows, from the URL asked for: without the prefix and the query. Undefined when it is not
 * under the prefix, or does not mean one path beyond doubt.
 */
export function servicePath(url: string): string | undefined {
  if (!url.startsWith(`${API_PREFIX}/`)) return undefined;
  const end = url.search(/[?#]/);
  const path = url.slice(API_PREFIX.length, end === -1 ? undefined : end);
  return AMBIGUOUS.test(path) ? undefined : path;
}

/** Which service serves this path; undefined: none outside. */
export function destinationOf(path: string): Destination | undefined {
  return TABLE.find((rule) => rule.path.test(path))?.destination;
}
