import { PASSWORD } from './permission-callers';
import type { PlausibleRequest } from './plausible-request';

/** What a newcomer, who calls nothing else, brings to an operation that ends sessions or needs one. */
export type Newcomer = { email: string; cookie: string };

/** How an operation is called that cannot be called by its schema alone. */
export type Oddity = {
  /** Refusals that say no more than that what was sent is not there, to anybody who asks. */
  alsoDone?: number[];
} & (
  | {
      newcomer?: undefined;
      /** What is sent instead. */
      request?: (request: PlausibleRequest) => PlausibleRequest;
    }
  | {
      /** Called by an account made for this call: it ends sessions, or wants what only its owner knows. */
      newcomer: true;
      request?: (request: PlausibleRequest, newcomer: Newcomer) => PlausibleRequest;
    }
);

const json = (request: PlausibleRequest, body: object): PlausibleRequest => ({
  ...request,
  headers: { ...request.headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The few operations whose plausible request does not follow from the OpenAPI document. */
export const ODD_OPERATIONS: Readonly<Record<string, Oddity>> = {
  'POST /api/v1/auth/login': {
    newcomer: true,
    request: (request, { email }) => json(request, { email, password: PASSWORD }),
  },
  'POST /api/v1/auth/refresh': {
    newcomer: true,
    request: (request, { cookie }) => ({ ...request, headers: { ...request.headers, cookie } }),
  },
  'POST /api/v1/auth/logout': { newcomer: true },
  'POST /api/v1/auth/logout-everywhere': { newcomer: true },
  // The columns are those of the file that the document shows.
  'POST /api/v1/lead-imports/{id}/start': {
    request: (request) =>
      json(request, {
        mapping: { lastName: 0, firstName: 1, email: 2, phone: 3 },
        defaults: { type: 'VO', source: 'Salon' },
      }),
  },
  // The link of a mail that nobody got.
  'POST /api/v1/auth/password-reset/confirm': { alsoDone: [400, 404, 410, 422] },
  'PUT /api/v1/me/password': {
    newcomer: true,
    request: (request) => json(request, { currentPassword: PASSWORD, newPassword: `${PASSWORD} encore` }),
  },
};
