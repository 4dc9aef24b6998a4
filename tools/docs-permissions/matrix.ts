import { DEFAULT_PERMISSIONS, GRANTABLE_PERMISSIONS, ROLES } from './roles.ts';

/** As much of an operation of the OpenAPI document as says who may call it. */
export interface Operation {
  readonly 'x-permission'?: string;
  readonly 'x-api-key-purposes'?: readonly string[];
  readonly security?: readonly object[];
  readonly requestBody?: unknown;
  readonly parameters?: readonly { name: string; in: string }[];
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** What a caller gets: it is done (`yes`), for their own points of sale (`own`), or refused with such a status. */
export type Cell = 'yes' | 'own' | 'refused' | '401' | '403' | '404';

/** One operation, what a person needs for it, and what each kind of caller gets; in the order of {@link CALLERS}. */
export interface Row {
  readonly operation: string;
  readonly needs: string;
  readonly cells: readonly Cell[];
}

/** Whose answers the matrix shows. */
export const CALLERS = [...ROLES, 'Elsewhere', 'API key', 'Nobody'] as const;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const LEAD_SOURCE = 'LEAD_SOURCE';
/** Says that every signed-in person may. */
const SIGNED_IN = 'signed-in';

/** Refused to everybody but Admin although the permission can be given to others: what is made belongs to nobody yet. */
const BEYOND_OWN_POINTS_OF_SALE = new Set(['POST /api/v1/points-of-sale']);

/** The rows of a document, by path. @throws when an operation does not say who may call it */
export function matrixOf(document: OpenApiDocument): Row[] {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [rowOf(`${method.toUpperCase()} ${path}`, operation, document)] : [];
    }),
  );
  return rows.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

function rowOf(name: string, operation: Operation, document: OpenApiDocument): Row {
  if (operation.security?.length === 0) {
    return { operation: name, needs: 'nothing', cells: CALLERS.map(() => 'yes') };
  }
  const needs = operation['x-permission'];
  if (needs === undefined) throw new Error(`${name} does not say who may call it: add @Needs or @SignedIn.`);
  const roles = ROLES.map((role): Cell => {
    if (needs !== SIGNED_IN && !includes(DEFAULT_PERMISSIONS[role], needs)) return '403';
    return role !== 'ADMIN' && BEYOND_OWN_POINTS_OF_SALE.has(name) ? '403' : 'yes';
  });
  const key: Cell = operation['x-api-key-purposes']?.includes(LEAD_SOURCE) ? 'yes' : '403';
  return {
    operation: name,
    needs,
    cells: [...roles, elsewhere(name, needs, operation, document), key, '401'],
  };
}

/** What somebody gets who has every permission that can be given, and asks for another point of sale's things. */
function elsewhere(name: string, needs: string, operation: Operation, document: OpenApiDocument): Cell {
  if (needs !== SIGNED_IN && !includes(GRANTABLE_PERMISSIONS, needs)) return '403';
  if (BEYOND_OWN_POINTS_OF_SALE.has(name)) return '403';
  if (name.includes('{')) return '404';
  return name.startsWith('POST ') && namesPointOfSale(operation, document) ? 'refused' : 'own';
}

/**
 * Whether the caller says, in the body or the query, which point of sale it is about. Where things are named by `ids`,
 * each of them is answered for.
 */
function namesPointOfSale({ parameters = [], requestBody }: Operation, document: OpenApiDocument): boolean {
  if (parameters.some((parameter) => parameter.in === 'query' && parameter.name === 'pointOfSaleId'))
    return true;
  const reference = /"#\/components\/schemas\/([^"]+)"/.exec(JSON.stringify(requestBody ?? null))?.[1];
  const schema = reference === undefined ? requestBody : document.components?.schemas?.[reference];
  const text = JSON.stringify(schema ?? null);
  return /"(?:pointOfSaleId|pointsOfSale)":/.test(text) && !text.includes('"ids":');
}

function includes(list: readonly string[], name: string): boolean {
  return list.includes(name);
}

function keyOf({ operation }: Row): string {
  const [method = '', path = ''] = operation.split(' ');
  return `${path} ${METHODS.indexOf(method.toLowerCase())}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
