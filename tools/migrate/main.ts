import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { ensureDatabase } from './ensure-database.ts';
import { migrate, revertNewest } from './migrate.ts';
import { passwordVariable, services, type Service, type ServicePasswords } from './services.ts';

/**
 * Prepares the database of `DATABASE_URL` and migrates every service: `node tools/migrate/main.ts`. With
 * `--revert <service>`, undoes that service's newest migration instead.
 */
await runCommand(async () => {
  const adminUrl = variable('DATABASE_URL');
  const revert = process.argv.indexOf('--revert');
  if (revert > 0) {
    await revertNewest(adminUrl, serviceNamed(process.argv[revert + 1]));
    return;
  }
  const passwords = services.map((service) => [service, variable(passwordVariable(service))]);
  await ensureDatabase(adminUrl, Object.fromEntries(passwords) as ServicePasswords);
  for (const service of services) {
    const done = await migrate(adminUrl, service);
    process.stdout.write(`${service}: ${done.length === 0 ? 'up to date' : done.join(', ')}\n`);
  }
});

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new OperatorError(`${name} is not set.`);
  return value;
}

function serviceNamed(name: string | undefined): Service {
  const found = services.find((service) => service === name);
  if (found) return found;
  throw new OperatorError(`--revert needs the name of a service: ${services.join(' or ')}.`);
}
