import { createLogger, UnavailableError } from '@relance/service-runtime';
import type { Services } from '../health/upstream-health';
import { mergeDocuments, type OpenApiDocument } from './merge-documents';

const log = createLogger('documentation');

/** How long the documents of the services are good for, in ms. */
const FRESH_FOR_MS = 30_000;
const TIMEOUT_MS = 5_000;

/** One OpenAPI document for all services, fetched when somebody asks; an old one serves while a service is away. */
export class MergedDocument {
  private readonly documents = new Map<string, OpenApiDocument>();
  private merged?: string;
  private freshUntil = 0;
  private refreshing?: Promise<string>;

  constructor(private readonly services: Services) {}

  /** The document as JSON text. @throws UnavailableError when a service has never answered */
  json(): Promise<string> {
    if (this.merged !== undefined && Date.now() < this.freshUntil) return Promise.resolve(this.merged);
    this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async refresh(): Promise<string> {
    const names = Object.keys(this.services);
    const answered = await Promise.all(names.map((name) => this.fetch(name)));
    const missing = names.find((name) => !this.documents.has(name));
    if (missing !== undefined)
      throw new UnavailableError(`The service ${missing} is not available for the moment.`);
    this.merged = JSON.stringify(mergeDocuments(Object.fromEntries(this.documents)));
    this.freshUntil = answered.every(Boolean) ? Date.now() + FRESH_FOR_MS : 0;
    return this.merged;
  }

  private async fetch(name: string): Promise<boolean> {
    try {
      const url = `${this.services[name]}/internal/openapi.json`;
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new Error(`${name} answered ${response.status}`);
      this.documents.set(name, (await response.json()) as OpenApiDocument);
      return true;
    } catch (err) {
      log.warn({ err, dependency: name }, 'its OpenAPI document is not available');
      return false;
    }
  }
}
