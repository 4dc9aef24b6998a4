const NAME = 'relance_refresh';
const VALUE = new RegExp(`(?:^|;)\\s*${NAME}=([A-Za-z0-9_-]{1,200})\\s*(?:;|$)`);
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The refresh cookie: for this site's own requests to the routes of signing in, out of reach of scripts. */
export class RefreshCookie {
  readonly #attributes: string;

  /** @param publicUrl where browsers reach Relance; only plain HTTP on the own machine does without `Secure` */
  constructor(publicUrl: string) {
    const { protocol, hostname } = new URL(publicUrl);
    const secure = !(protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
    this.#attributes = `Path=/api/v1/auth; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  }

  /** The token in a `Cookie` header, or null. */
  read(header: string | undefined): string | null {
    return VALUE.exec(header ?? '')?.[1] ?? null;
  }

  /** The value of `Set-Cookie` that hands a token out until an instant. */
  set(token: string, expiresAt: Date): string {
    return `${NAME}=${token}; ${this.#attributes}; Expires=${expiresAt.toUTCString()}`;
  }

  /** The value of `Set-Cookie` that takes it away. */
  clear(): string {
    return `${NAME}=; ${this.#attributes}; Expires=${new Date(0).toUTCString()}`;
  }
}
