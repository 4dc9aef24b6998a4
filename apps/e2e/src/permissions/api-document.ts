import type { Json } from '../client/api';

/** A JSON Schema as the OpenAPI document has it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

export type Parameter = { name: string; in: string; required?: boolean; schema?: Schema; example?: unknown };

export type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> };
};

/** The OpenAPI document of the running system, whose operations are named `<METHOD> <path>`. */
export class ApiDocument {
  private constructor(private readonly document: Json) {}

  static async of(gatewayUrl: string): Promise<ApiDocument> {
    const response = await fetch(`${gatewayUrl}/api/openapi.json`);
    return new ApiDocument(await response.json());
  }

  /** @throws when there is no such operation */
  operation(name: string): Operation {
    const found = this.find(name);
    if (!found) throw new Error(`There is no operation ${name}.`);
    return found;
  }

  find(name: string): Operation | undefined {
    const [method = '', path = ''] = name.split(' ');
    return this.document.paths[path]?.[method.toLowerCase()] as Operation | undefined;
  }

  /** The schema itself, where one is only referred to. */
  resolve(schema: Schema): Schema {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    return name === undefined ? schema : this.resolve(this.document.components.schemas[name] as Schema);
  }
}
