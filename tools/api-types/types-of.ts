import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Where the types of the API live, relative to the repository. */
export const SCHEMA_FILE = 'apps/web/src/api/schema.d.ts';

const HEADER =
  '/** Written by `npm run api:types` from the OpenAPI document of the running system; do not edit. */\n';

/** The types of an OpenAPI document, given as JSON. */
export async function typesOf(document: string): Promise<string> {
  return HEADER + astToString(await openapiTS(JSON.parse(document) as OpenAPI3));
}
