import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { importAnswer } from './import-answer';
import type { ImportedLine } from './lead-import';

const errors = [{ path: 'type', message: 'type inconnu : VN, VO, APV ou VD attendu' }];

/** Lines of which every tenth is taken in; `read` says how far somebody came. */
function file(lines: number, breaksAt = Infinity) {
  const state = { read: 0 };
  const generated = async function* (): AsyncGenerator<ImportedLine> {
    for (let line = 1; line <= lines; line += 1) {
      if (line === breaksAt) throw new Error('the connection is gone');
      state.read = line;
      yield line % 10 === 0 ? { line, accepted: true } : { line, accepted: false, errors };
    }
  };
  return { state, lines: generated() };
}

async function answerOf(lines: AsyncGenerator<ImportedLine>, keptBytes?: number) {
  const first = await lines.next();
  return Readable.from(importAnswer(first, lines, keptBytes), {
    objectMode: false,
    highWaterMark: 64 * 1024,
  });
}

type Answer = { rejected: { line: number }[]; accepted: number; interrupted?: object };
async function textOf(readable: Readable): Promise<Answer> {
  let text = '';
  for await (const piece of readable.setEncoding('utf8')) text += piece as string;
  return JSON.parse(text) as Answer;
}

it('a file is read to its end while nobody reads the answer', async () => {
  const { state, lines } = file(100_000);
  const answer = await answerOf(lines);
  answer.read(0);
  for (let wait = 0; state.read < 100_000 && wait < 200; wait += 1) await delay(50);
  expect(state.read).toBe(100_000);
  const { rejected, accepted } = await textOf(answer);
  expect([rejected.length, accepted, rejected.at(-1)]).toEqual([90_000, 10_000, { line: 99_999, errors }]);
}, 30_000);

it('beyond what is kept it is told as it comes, in order', async () => {
  const { lines } = file(5_000);
  const { rejected } = await textOf(await answerOf(lines, 100_000));
  expect(rejected.map(({ line }) => line)).toEqual(
    Array.from({ length: 5_000 }, (_, index) => index + 1).filter((line) => line % 10 !== 0),
  );
});

it('what was rejected before an interruption is told, and where it broke off', async () => {
  const { rejected, interrupted } = await textOf(await answerOf(file(100, 50).lines));
  expect([rejected.length, interrupted]).toEqual([
    45,
    { afterLine: 49, detail: expect.any(String) as string },
  ]);
});
