/** What the API says when it refuses (RFC 9457), see `docs` of the API for the codes. */
export type Problem = {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code: string;
  errors?: { path: string; message: string }[];
};

/** A refusal of the API, or the network's; `code` is `NETWORK` when nothing answered. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: { path: string; message: string }[];
  /** Seconds after which to try again, when the server said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Reads a refusal; anything that is not a problem document (a proxy's page) still becomes one. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const fallback: Problem = {
    status: response.status,
    code: response.status >= 500 ? 'UNAVAILABLE' : 'UNKNOWN',
    title: response.statusText,
  };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ApiProblem({ ...fallback, ...body, status: response.status }, seconds);
  } catch {
    return new ApiProblem(fallback, seconds);
  }
}

/** Nothing answered: no network, or the server is away. */
export function networkProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'NETWORK' });
}

/** Whether the same request may be worth another try by itself. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503 || error.status === 502);
}
