import { Readable } from 'node:stream';
import { ValidationError } from '@relance/service-runtime';
import type { FastifyRequest } from 'fastify';

/** The file of the request: its body, or the one file of a form. */
export async function uploadedFile(request: FastifyRequest): Promise<Readable> {
  if (request.isMultipart()) {
    const part = await request.file().catch(refuseForm);
    if (!part) throw new ValidationError([{ path: 'file', message: 'a file is needed' }]);
    return Readable.from(wellFormed(part.file));
  }
  if (request.body instanceof Readable) return request.body;
  throw new ValidationError([{ path: '', message: 'a CSV file is needed' }]);
}

/** A form breaks off or has no boundary: what reads forms says so in words of its own, without a status. */
function refuseForm(error: unknown): never {
  if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
  throw new ValidationError([{ path: 'file', message: 'the form cannot be read' }]);
}

async function* wellFormed(file: Readable): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch (error) {
    refuseForm(error);
  }
}
