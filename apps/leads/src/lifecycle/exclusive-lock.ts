import { Client } from 'pg';

/** A session lock of PostgreSQL, held by its own connection: lost with it, so never held by the dead. */
export class ExclusiveLock {
  #client: Client | undefined;

  constructor(
    private readonly url: string,
    private readonly name: string,
  ) {}

  /** Whether this process holds the lock; tries to get it when it does not. */
  async hold(): Promise<boolean> {
    if (this.#client) return true;
    const client = new Client({
      connectionString: this.url,
      application_name: this.name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => this.#forget(client));
    client.on('end', () => this.#forget(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
        [this.name],
      );
      if (rows[0]?.locked) {
        this.#client = client;
        return true;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return false;
  }

  async release(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #forget(client: Client): void {
    if (this.#client === client) this.#client = undefined;
  }
}
