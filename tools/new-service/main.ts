import { OperatorError, runCommand } from '../embedded/operator-error.ts';
import { repositoryRoot } from '../embedded/paths.ts';
import { generateService } from './generate.ts';

/** `npm run new:service <name>`. */
await runCommand(async () => {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new OperatorError('Name the service: npm run new:service <name>');
  const files = await generateService(repositoryRoot, name, new Date());
  const variable = name.replaceAll('-', '_').toUpperCase();
  process.stdout.write(`${files.sort().join('\n')}

What is left to do by hand:
  1. npm install, so that the workspace and its lock file know apps/${name}.
  2. tools/migrate/services.ts: its schema ${variable.toLowerCase()}. Its role, relance_${variable.toLowerCase()}, and ${variable}_DB_PASSWORD follow.
  3. tools/embedded/ports.ts: its port. tools/start/services.ts: its process. tools/start/environment.ts: its variables,
     ${variable}_DATABASE_URL among them. The same, with ${variable}_DB_PASSWORD for migrate, in docker-compose.yml.
  4. apps/gateway: its routes in the routing table.
  5. Every hour: IdempotencyService.purgeExpired(), as in apps/organisation/src/housekeeping.
  6. Replace notes/ by the first real capability, then: npm test -- lint types unit
`);
});
