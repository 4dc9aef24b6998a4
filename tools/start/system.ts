import { lastLines } from '../embedded/child-process.ts';
import { diskFullSentence, otherDiskFullSentence, saysDiskFull } from '../embedded/operator-error.ts';
import { loadSecrets } from '../embedded/secrets.ts';
import type { ProcessSpec } from '../embedded/process-spec.ts';
import { embeddedParts } from './embedded-parts.ts';
import { environmentsFor, inherited, temporalUiUrl, type Environments } from './environment.ts';
import { LogFiles } from './log-files.ts';
import { runOnce, type OneShot } from './one-shot.ts';
import type { StartOptions } from './options.ts';
import { prepareHome, requirePorts } from './preflight.ts';
import { releaseHome, writeRunFile } from './run-file.ts';
import type { Screen } from './screen.ts';
import { seedFirstData, type FirstData } from './seed.ts';
import { reachableHost } from './reachable-host.ts';
import { isBuilt, serviceSpec } from './service-spec.ts';
import { processOf, serviceNames, stopOrder, type ServiceName } from './services.ts';
import { Supervised } from './supervised.ts';

/** The whole system on one machine: starts it, keeps every process running, stops it without leaving anything. */
export class System {
  readonly #options: StartOptions;
  readonly #screen: Screen;
  readonly #logs: LogFiles;
  readonly #closing = new AbortController();
  readonly #processes = new Map<string, Supervised>();
  #environments: Environments | undefined;
  /** Programs under way that do one thing and end. */
  readonly #tasks = new Set<Promise<unknown>>();
  #claimed = false;

  constructor(options: StartOptions, screen: Screen) {
    this.#options = options;
    this.#screen = screen;
    this.#logs = new LogFiles((line) => screen.remark(line));
  }

  /**
   * Starts everything and waits until every process answers.
   *
   * @returns what one can begin with
   * @throws OperatorError with the sentence that says what to do
   */
  async start(): Promise<FirstData | undefined> {
    await prepareHome(this.#options);
    this.#claimed = true;
    await requirePorts(this.#options);
    const secrets = loadSecrets(this.#options.home);
    const environments = environmentsFor(this.#options, secrets);
    this.#environments = environments;

    const built = this.#once({ purpose: 'The build', script: 'tools/build/main.ts' }).then(() =>
      this.#screen.done('built'),
    );
    const parts = new Map(
      embeddedParts(this.#options, secrets).map((part) => [
        part.name,
        this.#task(part.prepare((step) => this.#screen.doing(step), this.#closing.signal)).then((spec) =>
          this.#startProcess(spec, part.title, false),
        ),
      ]),
    );
    const migrated = all([built, parts.get('postgres')]).then(() => this.migrate());
    const seeded = migrated.then(() => this.#seed('organisation', environments.organisationSeed));
    const services = all([migrated, parts.get('temporal'), parts.get('mail')]).then(() =>
      this.#startServices(seeded),
    );
    const [firstData] = await Promise.all([seeded, services, ...parts.values()]);
    return firstData;
  }

  /** Restarts services whose code has changed. */
  async restart(names: readonly string[]): Promise<void> {
    await Promise.all(this.#named(names).map((supervised) => supervised.restart()));
  }

  /** Stops everything in the right order; each process finishes what it is doing, and what was being prepared has ended. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#tasks);
    for (const names of stopOrder)
      await Promise.all(this.#named(names).map((supervised) => supervised.stop()));
    this.#logs.stop();
    if (this.#claimed) releaseHome(this.#options.home);
  }

  /** Ends everything at once. */
  kill(): void {
    for (const supervised of this.#processes.values()) supervised.kill();
  }

  #named(names: readonly string[]): Supervised[] {
    return names.map((name) => this.#processes.get(name)).filter((supervised) => supervised !== undefined);
  }

  async #startProcess(spec: ProcessSpec, title: string, showWarnings: boolean): Promise<void> {
    this.#closing.signal.throwIfAborted();
    const supervised = new Supervised(spec, {
      pidChanged: () => this.#writeRunFile(),
      ended: (name, { code, signal }, againInMs) => {
        const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
        this.#screen.remark(`${name} ${how}; it is started again in ${againInMs / 1000} s`);
        void this.#sayDiskFull(spec);
      },
      back: (name) => this.#screen.done(`${name} is back`),
    });
    this.#processes.set(spec.name, supervised);
    await this.#logs.follow(spec.name, spec.logFile, showWarnings);
    await supervised.start();
    this.#screen.done(title);
  }

  async #sayDiskFull(spec: ProcessSpec): Promise<void> {
    if (saysDiskFull(await lastLines(spec.logFile)))
      this.#screen.remark(diskFullSentence(this.#options.home));
  }

  /**
   * All at once; the gateway is asked when the services behind it are there, since it is ready only then. Demo leads ask
   * the organisation about its demo group, and are put in while the others still start.
   */
  async #startServices(seeded: Promise<unknown>): Promise<void> {
    const { services } = this.#environments!;
    const start = (name: ServiceName, after?: Promise<unknown>) => {
      const spec = serviceSpec(name, services[name], this.#options);
      const isReady = () => (after ?? Promise.resolve()).then(() => spec.isReady());
      return this.#startProcess({ ...spec, isReady }, `${name} on port ${services[name]['PORT']}`, true);
    };
    const present = serviceNames.filter(isBuilt);
    const starting = new Map(
      present.filter((name) => !processOf(name).outermost).map((name) => [name, start(name)] as const),
    );
    const behind = all([...starting.values()]);
    await Promise.all([
      behind,
      ...present.filter((name) => processOf(name).outermost).map((name) => start(name, behind)),
      this.#options.demoLeads &&
        all([seeded, starting.get('organisation')]).then(() => this.#seed('leads', services.leads)),
    ]);
  }

  /** Runs migrations that have not run yet. */
  async migrate(): Promise<void> {
    const env = { ...process.env, ...this.#environments!.migrate };
    const task = { purpose: 'The migration of the database', script: 'tools/migrate/main.ts', env };
    await this.#once({ ...task, diskFull: this.#databaseDiskFull() });
    this.#screen.done('database migrated');
  }

  async #seed(app: 'organisation' | 'leads', env: Record<string, string>): Promise<FirstData | undefined> {
    const inheritedEnv = inherited(this.#options.environment);
    const demo = this.#options.demo ? '1' : '0';
    const environment = { ...inheritedEnv, ...env, RELANCE_DEMO: demo };
    const firstData = await seedFirstData(app, environment, (task) =>
      this.#once({ ...task, diskFull: this.#databaseDiskFull() }),
    );
    if (firstData !== undefined) this.#screen.done(`${app}: data to begin with`);
    return firstData;
  }

  #databaseDiskFull(): string {
    const { databaseUrl, home } = this.#options;
    return databaseUrl ? otherDiskFullSentence('the database of DATABASE_URL') : diskFullSentence(home);
  }

  #once(task: Omit<OneShot, 'signal'>): Promise<string> {
    return this.#task(runOnce({ ...task, signal: this.#closing.signal }));
  }

  #task<T>(task: Promise<T>): Promise<T> {
    this.#tasks.add(task);
    const forget = () => void this.#tasks.delete(task);
    task.then(forget, forget);
    return task;
  }

  #writeRunFile(): void {
    const { ports, host, temporalAddress, smtpUrl, home } = this.#options;
    const pids = [...this.#processes].flatMap(([name, { pid }]) =>
      pid === undefined ? [] : [[name, pid] as const],
    );
    try {
      writeRunFile(home, {
        gatewayUrl: `http://${reachableHost(host)}:${ports.gateway}`,
        temporalAddress: temporalAddress ?? `127.0.0.1:${ports.temporal}`,
        temporalUiUrl: temporalUiUrl(this.#options) ?? null,
        mailUrl: smtpUrl ? null : `http://127.0.0.1:${ports.mail}`,
        smtpUrl: smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
        pids: Object.fromEntries(pids),
        env: this.#environments!.all,
      });
    } catch (error) {
      this.#screen.remark(`run.json could not be written: ${(error as Error).message}`);
    }
  }
}

/** Waits for all that exist. */
async function all(steps: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  await Promise.all(steps.filter((step) => step !== undefined));
}
