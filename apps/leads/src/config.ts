import { portVariable, processVariables, readConfig } from '@relance/service-runtime';
import { z } from 'zod';

/** An empty variable means an absent one, as compose files write it. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

const variables = z.object({
  ...processVariables,
  PORT: portVariable.default(3002),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  ORGANISATION_URL: z.url(),
  LEADS_DATABASE_URL: z.string().min(1),
  INTERNAL_TOKEN_SECRET: z.string().min(32),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TLS: optional(z.stringbool()),
  TEMPORAL_API_KEY: optional(z.string()),
  TEMPORAL_UI_URL: optional(z.url()),
  SMTP_URL: z.string().min(1).default('smtp://127.0.0.1:1025'),
  RELANCE_DEMO: z.string().optional(),
  RELANCE_DEMO_LEADS: z.string().optional(),
  MAIL_FROM: z.string().min(1).default('Relance <relance@relance.example>'),
});

/** The environment of the leads service and of its worker; see the table in docs/operations.md. */
export class LeadsConfig {
  private constructor(readonly env: z.output<typeof variables>) {}

  /** @throws an error that names what is missing or wrong, never a value */
  static read(source: NodeJS.ProcessEnv = process.env): LeadsConfig {
    return new LeadsConfig(readConfig(variables, source));
  }

  get organisationUrl(): string {
    return this.env.ORGANISATION_URL;
  }

  /** Where people reach Relance; links in e-mails begin with it. */
  get publicUrl(): string {
    return this.env.PUBLIC_URL.replace(/\/$/, '');
  }

  /** Where those who may look into workflows do so, if it is known. */
  get temporalUiUrl(): string | undefined {
    return this.env.TEMPORAL_UI_URL?.replace(/\/+$/, '');
  }

  /** Whether an empty system begins with leads that show what it does. */
  get demoLeads(): boolean {
    return this.env.RELANCE_DEMO === '1' && this.env.RELANCE_DEMO_LEADS !== '0';
  }

  get temporal(): { address: string; namespace: string; tls?: boolean; apiKey?: string } {
    return {
      address: this.env.TEMPORAL_ADDRESS,
      namespace: this.env.TEMPORAL_NAMESPACE,
      tls: this.env.TEMPORAL_TLS,
      apiKey: this.env.TEMPORAL_API_KEY,
    };
  }
}
