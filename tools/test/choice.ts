import { parseArgs } from 'node:util';
import { OperatorError } from '../embedded/operator-error.ts';
import { type Stage, stages } from './stages.ts';

/** What a run of the tests was asked to do. */
export interface Choice {
  readonly stages: readonly Stage[];
  readonly only: string | undefined;
}

/**
 * Reads `npm test -- [stage …] [--only <part of a path>]`. Tests of what was built bring the build along.
 *
 * @throws OperatorError when a stage or an option is unknown
 */
export function chosen(args: string[]): Choice {
  const { positionals, only } = parse(args);
  const known = stages.map(({ name }) => name);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new OperatorError(`Unknown stage ${unknown.join(', ')}: choose among ${known.join(', ')}.`);
  }
  const wanted = stages
    .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    .filter(({ kind }) => only === undefined || kind !== 'static');
  const needsBuild = wanted.some(({ kind, name }) => kind === 'tests' && name !== 'unit');
  return {
    stages: stages.filter((stage) => wanted.includes(stage) || (needsBuild && stage.kind === 'build')),
    only,
  };
}

function parse(args: string[]): { positionals: string[]; only: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { only: { type: 'string' } },
    });
    return { positionals, only: values.only };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`${reason}\nUse: npm test -- [stage …] [--only <part of a path>]`);
  }
}
