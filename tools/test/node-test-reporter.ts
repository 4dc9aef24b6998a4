import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** One line of this reporter's output. */
export interface NodeTestLine {
  readonly name: string;
  readonly file: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  readonly detail: string;
}

/** A reporter of node:test: one line of JSON for each test, and for each suite that fails by itself. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    const error = event.type === 'test:fail' ? event.data.details.error : undefined;
    if (data.details.type === 'suite' && !failsByItself(error)) continue;
    const line: NodeTestLine = {
      name: data.name,
      file: data.file ?? '',
      outcome: outcomeOf(event),
      milliseconds: data.details.duration_ms,
      detail: error === undefined ? '' : inspect(error.cause ?? error),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

function outcomeOf({ type, data }: TestEvent & { type: 'test:pass' | 'test:fail' }): NodeTestLine['outcome'] {
  const set = (mark: string | boolean | undefined) => mark !== undefined && mark !== false;
  if (set(data.skip) || set(data.todo)) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

/** A suite fails with its tests, which are reported already, or because of its own hooks. */
function failsByItself(error: unknown): boolean {
  return error !== undefined && (error as { failureType?: string }).failureType !== 'subtestsFailed';
}
