import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { newLead, openDealership, signInAsAdmin } from '../client/dealership';
import { Workflows } from '../client/workflows';
import { ordinaryAccount, type Account } from '../system/ordinary-account';
import { isAlive, withDescendants } from '../system/processes';
import { newHome, Relance, runTool } from '../system/relance';

const account = ordinaryAccount();

/** What was downloaded already need not be downloaded again: it is checked against its hash all the same. */
function cacheFor({ uid, gid }: Account, home: string): string {
  const { RELANCE_CACHE, XDG_CACHE_HOME } = process.env;
  const ours = RELANCE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'relance');
  const theirs = join(home, 'cache');
  mkdirSync(theirs);
  const programs = existsSync(ours) ? readdirSync(ours).filter((name) => name.startsWith('temporal-')) : [];
  for (const name of programs) cpSync(join(ours, name), join(theirs, name));
  for (const path of [home, theirs, ...programs.map((name) => join(theirs, name))]) chownSync(path, uid, gid);
  return theirs;
}

// Whoever is no root runs all the other specs as an ordinary user.
(account ? describe : describe.skip)('npm start as an ordinary user', () => {
  let system: Relance;

  beforeAll(async () => {
    const home = newHome();
    // An account without rights cannot write what was compiled.
    await runTool('build', { home, offset: 0 });
    const RELANCE_CACHE = cacheFor(account!, home);
    const env = { HOME: home, RELANCE_CACHE, NODE_COMPILE_CACHE: join(home, 'compiled') };
    system = await Relance.launch({ home, account, env });
    await system.ready();
  });
  afterAll(() => system?.remove());

  it('runs everything, PostgreSQL too, under that account', () => {
    const pids = withDescendants([system.pid]);
    expect(pids.length).toBeGreaterThan(8);
    const owners = new Set(pids.filter(isAlive).map((pid) => statSync(`/proc/${pid}`).uid));
    expect([...owners]).toEqual([account!.uid]);
  });

  it('takes a lead in, which gets its workflow', async () => {
    const garage = await openDealership(system, await signInAsAdmin(system));
    const { body: lead } = await garage.source.ok('POST /leads', { body: newLead() });
    const workflows = await Workflows.connect(system.run.temporalAddress);
    await workflows.running(lead.id);
    await workflows.close();
  });

  it('keeps run.json and its secrets to itself', () => {
    for (const name of ['run.json', 'secrets.json']) {
      const { mode, uid } = statSync(join(system.home, name));
      expect([name, mode & 0o077, uid]).toEqual([name, 0, account!.uid]);
    }
  });
});
