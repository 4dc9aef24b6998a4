import { chownSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Api } from '../client/api';
import { ago, newLead } from '../client/dealership';
import { Mailbox } from '../client/mailbox';
import { Workflows } from '../client/workflows';
import { eventually } from '../system/eventually';
import { ordinaryAccount } from '../system/ordinary-account';
import { newHome, Relance, runTool } from '../system/relance';
import { sharedSystem } from '../system/shared-system';

const ADMIN = { ADMIN_EMAIL: 'chef@e2e.relance.example', ADMIN_PASSWORD: 'une phrase assez longue' };
const NAMESPACE = 'e2e-replaced';

let others: Relance;
let system: Relance;

describe('with RELANCE_DEMO=0, on the parts of somebody else', () => {
  beforeAll(async () => {
    others = await sharedSystem();
    const { env, temporalAddress, smtpUrl } = others.run;
    const admin = new Client({ connectionString: env['DATABASE_URL'] });
    await admin.connect();
    await admin.query('DROP DATABASE IF EXISTS relance_e2e_replaced');
    await admin.query('CREATE DATABASE relance_e2e_replaced');
    await admin.end();
    await registerNamespace(temporalAddress);

    const home = newHome();
    // An account without rights cannot write what was compiled.
    await runTool('build', { home, offset: 0 });
    const account = ordinaryAccount();
    // Roles belong to the whole PostgreSQL: a second password would lock the other system out.
    const secretsFile = join(home, 'secrets.json');
    copyFileSync(join(others.home, 'secrets.json'), secretsFile);
    for (const path of account ? [home, secretsFile] : []) chownSync(path, account!.uid, account!.gid);
    const secrets = { HOME: home, NODE_COMPILE_CACHE: `${home}/cache` };
    const databaseUrl = new URL(env['DATABASE_URL']!);
    databaseUrl.pathname = '/relance_e2e_replaced';
    system = await Relance.launch({
      home,
      account,
      env: {
        ...secrets,
        ...ADMIN,
        RELANCE_DEMO: '0',
        DATABASE_URL: databaseUrl.href,
        TEMPORAL_ADDRESS: temporalAddress,
        TEMPORAL_NAMESPACE: NAMESPACE,
        SMTP_URL: smtpUrl,
      },
    });
    await system.ready();
  });
  afterAll(() => system?.remove());

  it('nothing is embedded: only our four processes run', () => {
    expect(Object.keys(system.run.pids).sort()).toEqual(['gateway', 'leads', 'leads-worker', 'organisation']);
    const { temporalAddress, smtpUrl } = others.run;
    expect(system.run).toMatchObject({ temporalAddress, smtpUrl, mailUrl: null });
  });

  it('there is one Admin and no demo data, and a lead goes its way through all of the parts', async () => {
    const { gatewayUrl } = system.run;
    const api = await Api.signIn(gatewayUrl, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
    expect((await api.ok('GET /points-of-sale')).body.items).toEqual([]);
    expect((await api.ok('GET /users')).body.total).toBe(1);
    const { body: place } = await api.ok('POST /points-of-sale', {
      body: { name: 'Garage du Lac', timeZone: 'Europe/Paris' },
    });
    const email = 'vendeur@replaced.relance.example';
    await api.ok('POST /users', {
      body: {
        ...{ name: 'Vendeur', email, role: 'SALESPERSON', password: ADMIN.ADMIN_PASSWORD },
        pointsOfSale: [{ id: place.id, leadTypes: ['VO'] }],
      },
    });
    const { body: lead } = await api.ok('POST /leads', {
      body: newLead({ pointOfSaleId: place.id, receivedAt: ago({ minutes: 3, seconds: 19 }) }),
    });
    const mailbox = new Mailbox(others.run.mailUrl!);
    await eventually(async () =>
      expect((await mailbox.remindersOf(lead.id)).map(({ to }) => to)).toEqual([email]),
    );
  });
});

async function registerNamespace(address: string): Promise<void> {
  const workflows = await Workflows.connect(address);
  try {
    await workflows.register(NAMESPACE);
  } finally {
    await workflows.close();
  }
}
