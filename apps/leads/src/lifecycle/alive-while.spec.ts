import { aliveWhile } from './alive-while';

const listening = (heartbeatTimeoutMs?: number) => ({ info: { heartbeatTimeoutMs }, heartbeat: jest.fn() });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('beats several times within the time that Temporal waits, and no more once it is done', async () => {
  const listener = listening(15_000);
  const done = aliveWhile(listener, () => new Promise((resolve) => setTimeout(resolve, 14_000)));
  await jest.advanceTimersByTimeAsync(14_000);
  await done;
  const beats = listener.heartbeat.mock.calls.length;
  expect(beats).toBeGreaterThanOrEqual(4);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(listener.heartbeat).toHaveBeenCalledTimes(beats);
});

it('no more after a failure either, which stays what it was', async () => {
  const listener = listening(15_000);
  await expect(aliveWhile(listener, () => Promise.reject(new Error('451')))).rejects.toThrow('451');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(listener.heartbeat).not.toHaveBeenCalled();
});

it.each([
  ['within a workflow task nobody waits for it', listening()],
  ['outside of Temporal neither', undefined],
])('%s', async (_where, listener) => {
  const done = aliveWhile(listener, () => new Promise((resolve) => setTimeout(resolve, 14_000, 'SENT')));
  await jest.advanceTimersByTimeAsync(14_000);
  await expect(done).resolves.toBe('SENT');
  if (listener) expect(listener.heartbeat).not.toHaveBeenCalled();
});
