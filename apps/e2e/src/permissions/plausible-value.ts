import { randomUUID } from 'node:crypto';
import type { ApiDocument, Schema } from './api-document';

/** What things are called in bodies and queries, and what is said there: makes the value anew for each request. */
export type KnownValues = Readonly<Record<string, () => unknown>>;

const NOWHERE = '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90';

const TEXTS: Readonly<Record<string, () => string>> = {
  uuid: () => NOWHERE,
  'date-time': () => new Date(Date.now() + 3_600_000).toISOString(),
  email: () => `essai.${randomUUID().slice(0, 8)}@e2e.relance.example`,
  uri: () => 'https://garage.example/merci',
  password: () => 'une phrase assez longue',
};

/** A value that a schema takes: its example, with what is known by name put in; else the least it asks for. */
export function plausibleValue(document: ApiDocument, given: Schema, known: KnownValues): unknown {
  const schema = document.resolve(given);
  const example = schema.example ?? schema.examples?.[0];
  if (schema.properties) return plausibleObject(document, schema, known, example);
  if (example !== undefined) return example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.at(-1);
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null');
  if (choice) return plausibleValue(document, choice, known);
  return plausibleOfType(document, schema, known);
}

function plausibleObject(
  document: ApiDocument,
  { properties = {}, required = [] }: Schema,
  known: KnownValues,
  example: unknown,
): Record<string, unknown> {
  const least = required.map((name) => [name, plausibleValue(document, properties[name] ?? {}, known)]);
  const value = { ...(example ?? (Object.fromEntries(least) as object)) } as Record<string, unknown>;
  for (const name of Object.keys(properties)) {
    const make = known[name];
    if (make) value[name] = make();
  }
  return value;
}

function plausibleOfType(document: ApiDocument, schema: Schema, known: KnownValues): unknown {
  switch ([schema.type].flat()[0]) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array': {
      const count = schema.items ? (schema.minItems ?? 0) : 0;
      return Array.from({ length: count }, () => plausibleValue(document, schema.items!, known));
    }
    case 'object':
      return {};
    default:
      return TEXTS[schema.format ?? '']?.() ?? 'Essai';
  }
}
