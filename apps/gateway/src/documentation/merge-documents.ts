import { API_PREFIX } from '../routing/routing-table';
import { healthPaths } from './health-paths';
import { livePaths, liveSchemas } from './live-paths';

type Json = Record<string, unknown>;
/** As much of an OpenAPI document as merging has to know. */
export type OpenApiDocument = {
  paths?: Json;
  components?: Record<string, Json>;
  tags?: unknown[];
  security?: unknown[];
};

const SCHEMAS = '#/components/schemas/';

function renameSchemas(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameSchemas(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const name = key === '$ref' && typeof child === 'string' && names.get(child.replace(SCHEMAS, ''));
      return [key, name ? SCHEMAS + name : renameSchemas(child, names)];
    }),
  );
}

/** Schemas of this service that another one already named the same and meant otherwise. */
function conflicts(service: string, mine: Json, theirs: Json): Map<string, string> {
  const prefix = service.charAt(0).toUpperCase() + service.slice(1);
  const taken = Object.keys(mine).filter(
    (name) => name in theirs && JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
  return new Map(taken.map((name) => [name, prefix + name]));
}

/** One OpenAPI 3.1 document: the paths of every service as the gateway serves them, and the gateway's own. */
export function mergeDocuments(documents: Record<string, OpenApiDocument>): Json {
  const paths: Json = {};
  const components: Record<string, Json> = {};
  const tags: unknown[] = [];
  for (const [service, original] of Object.entries(documents)) {
    const names = conflicts(service, original.components?.['schemas'] ?? {}, components['schemas'] ?? {});
    const document = renameSchemas(original, names) as OpenApiDocument;
    for (const [path, item] of Object.entries(document.paths ?? {})) paths[API_PREFIX + path] = item;
    for (const [kind, entries] of Object.entries(document.components ?? {})) {
      const renamed = Object.entries(entries).map(([name, entry]) => [names.get(name) ?? name, entry]);
      components[kind] = { ...components[kind], ...Object.fromEntries(renamed) };
    }
    tags.push(...(document.tags ?? []));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Relance',
      version: '1',
      description: 'Lead CRM for car-dealership groups: every lead carries its own durable timers.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags,
    paths: { ...paths, ...livePaths, ...healthPaths },
    components: { ...components, schemas: { ...components['schemas'], ...liveSchemas } },
  };
}
