import { promiseHooks } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/**
 * Read with `--require` before anything else, in each thread of a process that works for Temporal: in the thread that
 * runs workflows the SDK finds no promise hooks, and does what it is written to do then, without the stack of each
 * promise, which costs more than everything else a lead does there (docs/decisions/0018).
 */
if (!isMainThread) {
  promiseHooks.createHook = () => {
    const out = globalThis.console;
    const warn = out.warn.bind(out);
    // The SDK's one line about it is no entry of our logs.
    out.warn = () => void (out.warn = warn);
    throw new Error('No stacks of promises are kept: docs/decisions/0018.');
  };
}
