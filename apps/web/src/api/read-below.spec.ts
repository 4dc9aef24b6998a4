import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from './query-client';
import { readBelow } from './read-below';

/** A server that answers when it is told to, with what is there when it was asked. */
class Server {
  value = 'before';
  readonly #waiting: (() => void)[] = [];

  readonly read = (): Promise<string> => {
    const { value } = this;
    return new Promise((resolve) => this.#waiting.push(() => resolve(value)));
  };

  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  get asked(): number {
    return this.#waiting.length;
  }
}

afterEach(() => queryClient.clear());

const shown = (server: Server) => {
  const observer = new QueryObserver(queryClient, {
    queryKey: ['lead', 'a', 'timeline'],
    queryFn: server.read,
  });
  observer.subscribe(() => undefined);
  return () => observer.getCurrentResult().data;
};

describe('what is told to have changed', () => {
  it('is read once more when its first reading was under way', async () => {
    const server = new Server();
    const data = shown(server);
    server.value = 'after';
    readBelow(['lead', 'a']);
    await server.answer();
    expect(data()).toBe('before');
    await server.answer();
    expect(data()).toBe('after');
    expect(server.asked).toBe(0);
  });

  it('is read again once when it was there', async () => {
    const server = new Server();
    const data = shown(server);
    await server.answer();
    server.value = 'after';
    readBelow(['lead']);
    expect(server.asked).toBe(1);
    await server.answer();
    expect(data()).toBe('after');
    expect(server.asked).toBe(0);
  });
});
