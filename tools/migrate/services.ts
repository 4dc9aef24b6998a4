/** Schemas of the services that have one, in the order of migration. Passwords, roles and migrations follow from this. */
export const services = ['organisation', 'leads'] as const;

export type Service = (typeof services)[number];

/** Password of each service's role. */
export type ServicePasswords = Readonly<Record<Service, string>>;

/** Its folder below `apps`: a schema has underscores where that has hyphens. */
export function appOf(service: Service): string {
  return service.replaceAll('_', '-');
}

/** The variable that holds the password its role gets. */
export function passwordVariable(service: Service): string {
  return `${service.toUpperCase()}_DB_PASSWORD`;
}

/** The role a service connects as; it sees its own schema and nothing else. */
export function roleOf(service: Service): string {
  return `relance_${service}`;
}

/** The address of a service's role in the database that the admin's address names. */
export function serviceUrl(adminUrl: string, service: Service, password: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(service);
  url.password = encodeURIComponent(password);
  return url.href;
}
