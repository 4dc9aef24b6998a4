import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { ZodType } from 'zod';
import { ValidationError } from '../problems/common-errors';
import type { FieldError } from '../problems/domain-error';
import { findUnsafeText } from './unsafe-text';

type Issue = { readonly message: string; readonly path?: readonly PathSegment[] };
type PathSegment = PropertyKey | { readonly key: PropertyKey };

/** At most so many fields are named in one answer. */
const MAX_ERRORS = 100;

function keyOf(segment: PathSegment): PropertyKey {
  return typeof segment === 'object' ? segment.key : segment;
}

function toFieldErrors(issues: readonly Issue[], prefix: string | undefined): FieldError[] {
  return issues.slice(0, MAX_ERRORS).map(({ message, path = [] }) => {
    const keys = path.map((segment) => String(keyOf(segment)));
    return { path: (prefix === undefined ? keys : [prefix, ...keys]).join('.'), message };
  });
}

/**
 * Checks bodies, queries and path parameters by the Standard Schema given to their decorator
 * (`@Body({ schema })`) and hands on what the schema made of them. Text that PostgreSQL could not store is
 * refused everywhere, schema or not.
 */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, data, schema }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    const unsafe = findUnsafeText(value);
    if (unsafe) {
      const path = [data, unsafe.path].filter((part) => part !== undefined && part !== '').join('.');
      throw new ValidationError([{ path, message: unsafe.message }]);
    }
    if (!schema) return value;
    const result = schema['~standard'].validate(value);
    return result instanceof Promise
      ? result.then((settled) => outcome(settled, data))
      : outcome(result, data);
  }
}

type Result = { readonly issues?: readonly Issue[]; readonly value?: unknown };

function outcome(result: Result, data: string | undefined): unknown {
  if (result.issues) throw new ValidationError(toFieldErrors(result.issues, data));
  return result.value;
}

/**
 * The same check outside of a controller's parameters, e.g. for one row of an import.
 * @throws ValidationError
 */
export function parseOrRefuse<T>(schema: ZodType<T>, value: unknown): T {
  const unsafe = findUnsafeText(value);
  if (unsafe) throw new ValidationError([unsafe]);
  const result = schema.safeParse(value);
  if (!result.success) throw new ValidationError(toFieldErrors(result.error.issues, undefined));
  return result.data;
}
