import { z } from 'zod';

type JsonSchema = Record<string, unknown>;
type Conversion = { schema: JsonSchema; components: Record<string, JsonSchema> };

/** Every text refuses NUL, so the document says so where a schema has no stricter pattern of its own. */
const NO_NUL = '^[^\\u0000]*$';

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (io === 'output') {
        // Clients have to bear new properties: an answer may grow.
        delete jsonSchema.additionalProperties;
      } else if (def.type === 'string' && !jsonSchema.pattern && !jsonSchema.allOf) {
        jsonSchema.pattern = NO_NUL;
      }
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  }) as JsonSchema;
}

function renameReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameReferences(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (key !== '$ref' || typeof child !== 'string') return [key, renameReferences(child, names)];
      const name = child.replace('#/$defs/', '');
      return [key, `#/components/schemas/${names.get(name) ?? name}`];
    }),
  );
}

function parts(
  schema: z.ZodType,
  io: 'input' | 'output',
): { root: JsonSchema; definitions: Record<string, JsonSchema> } {
  const { $schema: _dialect, $defs = {}, ...root } = toJsonSchema(schema, io);
  return { root, definitions: $defs as Record<string, JsonSchema> };
}

/**
 * Nest's `standardSchemaConverter` for zod: components are named by `.meta({ id })`. Where a schema reads otherwise
 * than it writes (defaults, coercion), what is sent is `<id>Input`. Give no id to the schema of a `@Query()`: its
 * properties become the parameters.
 */
export function zodToOpenApi(
  schema: unknown,
  { schemaType: io }: { schemaType: 'input' | 'output' },
): Conversion | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { root, definitions } = parts(schema, io);
  const names = new Map<string, string>();
  if (io === 'input') {
    const written = parts(schema, 'output').definitions;
    const differs = Object.keys(definitions).some(
      (name) => plain(definitions[name]) !== plain(written[name]),
    );
    if (differs) for (const name of Object.keys(definitions)) names.set(name, `${name}Input`);
  }
  const components: Record<string, JsonSchema> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    components[names.get(name) ?? name] = renameReferences(definition, names) as JsonSchema;
  }
  return { schema: renameReferences(root, names) as JsonSchema, components };
}

/** Two schemas compare equal when they differ only in the pattern added to incoming text. */
function plain(definition: JsonSchema | undefined): string {
  return JSON.stringify(definition, (key, value: unknown) =>
    key === 'pattern' && value === NO_NUL ? undefined : value,
  );
}
