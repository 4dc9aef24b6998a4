import { portVariable, processVariables, readConfig } from '@relance/service-runtime';
import { join } from 'node:path';
import { z } from 'zod';

const secret = z.string().min(32);
const baseUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const perMinute = z.coerce.number().int().min(1);

const environmentSchema = z.object({
  ...processVariables,
  PORT: portVariable.default(3000),
  ORGANISATION_URL: baseUrl,
  LEADS_URL: baseUrl,
  INTERNAL_TOKEN_SECRET: secret,
  ACCESS_TOKEN_SECRET: secret,
  /** Reverse proxies whose `X-Forwarded-For` is believed: addresses, CIDR ranges, `loopback`, `uniquelocal`. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((entry) => entry.trim() || [])),
  /** Requests a minute for one person, one API key, and one address that is not signed in. */
  RATE_LIMIT_USER_PER_MINUTE: perMinute.default(1_200),
  RATE_LIMIT_API_KEY_PER_MINUTE: perMinute.default(300_000),
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: perMinute.default(300),
  /** Forms on websites that one address may send in a minute. */
  RATE_LIMIT_FORM_PER_MINUTE: perMinute.default(30),
  /** Forms that all addresses together may send of one form in a minute. */
  RATE_LIMIT_ONE_FORM_PER_MINUTE: perMinute.default(120),
  /** Where people reach Relance; behind https browsers are told never to come without. */
  PUBLIC_URL: baseUrl.optional(),
  /** The built browser application. */
  WEB_ROOT: z.string().min(1).default(join(__dirname, '../../web/dist')),
  /** How long a service may take to begin its answer, in ms; an import may take twenty times as long. */
  UPSTREAM_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000),
});

export type GatewayConfig = z.output<typeof environmentSchema>;

/** The gateway's environment. @throws an error that names the wrong variables, never their values */
export function gatewayConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  return readConfig(environmentSchema, environment);
}
