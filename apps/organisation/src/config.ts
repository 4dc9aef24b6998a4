import { portVariable, processVariables, readConfig } from '@relance/service-runtime';
import { z } from 'zod';

const secret = z.string().min(32);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//);

const environmentSchema = z.object({
  ...processVariables,
  PORT: portVariable.default(3001),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  ORGANISATION_DATABASE_URL: databaseUrl,
  INTERNAL_TOKEN_SECRET: secret,
  ACCESS_TOKEN_SECRET: secret,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().min(1).default('Relance <relance@relance.example>'),
});
export type OrganisationConfig = z.output<typeof environmentSchema>;

/** The environment of the HTTP process. @throws an error that names the wrong variables, never their values */
export function organisationConfig(environment: NodeJS.ProcessEnv = process.env): OrganisationConfig {
  return readConfig(environmentSchema, environment);
}

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);

const seedEnvironmentSchema = z.object({
  ORGANISATION_DATABASE_URL: databaseUrl,
  RELANCE_DEMO: z.string().optional(),
  ADMIN_EMAIL: z.preprocess(blankAsUnset, z.email().max(254).optional()),
  ADMIN_PASSWORD: z.preprocess(blankAsUnset, z.string().min(10).max(128).optional()),
});
export type SeedConfig = z.output<typeof seedEnvironmentSchema>;

/** The environment of `seed`. @throws an error that names the wrong variables, never their values */
export function seedConfig(environment: NodeJS.ProcessEnv = process.env): SeedConfig {
  return readConfig(seedEnvironmentSchema, environment);
}
