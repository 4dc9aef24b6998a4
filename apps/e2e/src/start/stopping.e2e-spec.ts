import { createServer } from 'node:net';
import { newLead, openDealership, signInAsAdmin } from '../client/dealership';
import { Workflows } from '../client/workflows';
import { DEFAULT_PORTS, freePortOffset, isFree } from '../system/ports';
import { eventually } from '../system/eventually';
import { isAlive, processesOfHome, signal } from '../system/processes';
import { newHome, Relance, runTool } from '../system/relance';

const homes: Relance[] = [];
afterAll(async () => {
  for (const system of homes) await system.remove();
});

const start = async (options = {}): Promise<Relance> => {
  const system = await Relance.launch(options);
  homes.push(system);
  await system.ready();
  return system;
};

describe('npm start', () => {
  let system: Relance;
  let leadId: string;

  beforeAll(async () => {
    system = await start();
  });

  it('prints every address, the demo accounts, and as its last line « ready »', () => {
    const { printed, run } = system;
    expect(printed.trimEnd().split('\n').at(-1)).toBe('ready');
    const port = (part: keyof typeof DEFAULT_PORTS) => String(DEFAULT_PORTS[part] + system.offset);
    for (const text of [
      ...['gateway', 'postgres', 'temporal', 'temporalUi', 'mail'].map((part) => port(part as 'mail')),
      ...['admin@relance.example', 'Relance-demo-2026', '/api/docs', system.home],
    ]) {
      expect(printed).toContain(text);
    }
    expect(printed).not.toContain(run.env['INTERNAL_TOKEN_SECRET']);
  });

  it('refuses a second start on the same home in one sentence, and the first one goes on', async () => {
    const offset = await freePortOffset();
    const { code, output } = await runTool('start', { home: system.home, offset });
    expect(code).toBe(1);
    expect(output).toContain(`Relance already runs from ${system.home}`);
    expect(output).not.toMatch(/\n\s+at /);
    await system.allReady();
  });

  it('refuses a busy port in one sentence that names it, and leaves nothing behind', async () => {
    const home = newHome();
    const { code, output } = await runTool('start', { home, offset: system.offset });
    expect(code).toBe(1);
    expect(output).toMatch(/Port \d+ \(\w+\) is already in use: stop the program that listens there, or /);
    expect(output).not.toMatch(/\n\s+at /);
    expect(processesOfHome(home)).toEqual([]);

    const offset = await freePortOffset();
    const squatter = createServer().listen(DEFAULT_PORTS.temporal + offset, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const embedded = await runTool('start', { home, offset });
    await new Promise((resolve) => squatter.close(resolve));
    expect([embedded.code, embedded.output]).toEqual([
      1,
      expect.stringContaining(`Port ${DEFAULT_PORTS.temporal + offset} (temporal) is already in use`),
    ]);
    await Relance.join({ home, offset }).remove();
  });

  it('listens on nothing beyond 127.0.0.1', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    if (!outside) return;
    for (const port of Object.values(DEFAULT_PORTS)) {
      const free = await new Promise((resolve) => {
        const server = createServer()
          .once('error', () => resolve(false))
          .listen({ port: port + system.offset, host: outside, exclusive: true }, () =>
            server.close(() => resolve(true)),
          );
      });
      expect([port, free]).toEqual([port, true]);
    }
  });

  it('starts again with its data after everything was killed with kill -9', async () => {
    const garage = await openDealership(system, await signInAsAdmin(system));
    leadId = (await garage.source.ok('POST /leads', { body: newLead() })).body.id;
    const workflows = await Workflows.connect(system.run.temporalAddress);
    await workflows.running(leadId);
    await workflows.close();
    const pids = system.pids();
    expect(pids.length).toBeGreaterThan(8);
    signal(pids, 'SIGKILL');
    await eventually(() => expect(pids.filter(isAlive)).toEqual([]));

    system = await start({ home: system.home, offset: system.offset });
    const admin = await signInAsAdmin(system);
    expect((await admin.ok(`GET /leads/${leadId}`)).body.pointOfSaleId).toBe(garage.id);
    const again = await Workflows.connect(system.run.temporalAddress);
    await again.running(leadId);
    await again.close();
  });

  it('starts again too when the supervisor alone was killed, and what it left behind ends', async () => {
    const before = system.pids();
    signal([system.pid], 'SIGKILL');
    await eventually(() => expect(isAlive(before[0]!)).toBe(false));
    system = await start({ home: system.home, offset: system.offset });
    await system.allReady();
    expect(before.filter(isAlive)).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops everything on %s: no orphan, no port, no error',
    async (name) => {
      if (!isAlive(system.pid)) system = await start({ home: system.home, offset: system.offset });
      const pids = system.pids();
      const { home, offset } = system;
      await system.stop(name);
      expect(system.printed).toMatch(/Stopped\.\s*$/);
      expect(pids.filter(isAlive)).toEqual([]);
      expect(processesOfHome(home)).toEqual([]);
      for (const port of Object.values(DEFAULT_PORTS)) expect(await isFree(port + offset)).toBe(true);
    },
  );

  it('with RELANCE_DEMO=0 and no ADMIN_EMAIL or ADMIN_PASSWORD says in one sentence what is missing', async () => {
    const home = newHome();
    const offset = await freePortOffset();
    const { code, output } = await runTool('start', { home, offset, env: { RELANCE_DEMO: '0' } });
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      'RELANCE_DEMO=0 needs ADMIN_EMAIL and ADMIN_PASSWORD: set both for the first Admin.',
    );
    await Relance.join({ home, offset }).remove();
  });
});
