/** Services with a schema of their own, in the order of migration. */
export const services = ['organisation', 'leads'] as const;

export type Service = (typeof services)[number];

/** Password of each service's role. */
export type ServicePasswords = Readonly<Record<Service, string>>;

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
