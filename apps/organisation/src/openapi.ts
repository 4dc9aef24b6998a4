import type { DocumentBuilder } from '@nestjs/swagger';

/** What the OpenAPI document of this service says beyond its routes. */
export function organisationApiDocument(builder: DocumentBuilder): DocumentBuilder {
  return builder.addCookieAuth(
    'relance_refresh',
    { type: 'apiKey', in: 'cookie', description: 'Given by login and by each refresh.' },
    'refreshCookie',
  );
}
