import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from './eventually';
import { DEFAULT_PORTS, freePortOffset, type Part } from './ports';
import { isAlive, processesOfHome, signal, withDescendants } from './processes';

export const REPOSITORY = resolve(__dirname, '../../../..');

/** What a running system says about itself in `$RELANCE_HOME/run.json`. */
export type RunFile = {
  gatewayUrl: string;
  temporalAddress: string;
  temporalUiUrl: string | null;
  mailUrl: string | null;
  smtpUrl: string;
  pids: Record<string, number>;
  env: Record<string, string>;
};

/** Variables that would put other parts in the place of embedded ones, or move what the specs move. */
const NOT_INHERITED =
  /^(DATABASE_URL|TEMPORAL_.*|SMTP_URL|PORT|HOST|PUBLIC_URL|RELANCE_(HOME|PORT_OFFSET|DEMO)|ADMIN_.*|NODE_.*|LOG_LEVEL|npm_.*)$/;
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 60_000;

/** A program that ends by itself: its exit code and what it printed. */
export type Ended = { code: number | null; output: string };

/** A whole system as `npm start` runs it: own home, own ports. Spec files of one run may share one (shared-system.ts). */
export class Relance {
  readonly home: string;
  readonly #child: ChildProcess | undefined;

  private constructor(
    readonly offset: number,
    home: string,
    child?: ChildProcess,
  ) {
    this.home = home;
    this.#child = child;
  }

  /** Starts a system and waits until it prints `ready`. */
  static async start(options: StartOptions = {}): Promise<Relance> {
    const system = await Relance.launch(options);
    await system.ready();
    return system;
  }

  /** Starts a system without waiting for it. */
  static async launch(options: StartOptions = {}): Promise<Relance> {
    const home = options.home ?? newHome();
    const offset = options.offset ?? (await freePortOffset());
    return new Relance(offset, home, launch(home, offset, options));
  }

  /** One that another spec file of this run has started. */
  static join({ home, offset }: { home: string; offset: number }): Relance {
    return new Relance(offset, home);
  }

  /** Process id of the supervisor. */
  get pid(): number {
    return this.#child?.pid ?? Number.parseInt(readFileSync(join(this.home, 'supervisor.pid'), 'utf8'), 10);
  }

  get run(): RunFile {
    return JSON.parse(readFileSync(join(this.home, 'run.json'), 'utf8')) as RunFile;
  }

  /** Everything it has printed so far. */
  get printed(): string {
    const log = join(this.home, 'start.log');
    return existsSync(log) ? readFileSync(log, 'utf8') : '';
  }

  /** Base address of a process of ours. */
  url(part: Part): string {
    return `http://127.0.0.1:${DEFAULT_PORTS[part] + this.offset}`;
  }

  /** Lines of a process's log that are JSON. */
  logOf(part: string): Record<string, unknown>[] {
    return readFileSync(join(this.home, 'logs', `${part}.log`), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Waits for the line `ready`; fails at once when the supervisor ends instead. */
  async ready(): Promise<void> {
    const end = performance.now() + READY_WITHIN_MS;
    while (!/^ready$/m.test(this.printed)) {
      if (this.#child?.exitCode != null || performance.now() > end)
        throw new Error(`The system is not ready; it printed:\n${this.printed}`);
      await sleep(50);
    }
  }

  /** Every process of this system is there and says that it has all it needs. */
  async allReady(): Promise<void> {
    await eventually(
      async () => {
        for (const part of ['gateway', 'organisation', 'leads', 'leads-worker'] as const) {
          const path = part === 'gateway' ? '/api/health/ready' : '/health/ready';
          const answer = await fetch(this.url(part) + path);
          if (!answer.ok) throw new Error(`${part}: ${await answer.text()}`);
        }
      },
      { withinMs: READY_WITHIN_MS },
    );
  }

  /** Waits for a new process id under this name, other than `before`. */
  restarted(name: string, before: number): Promise<number> {
    return eventually(
      () => {
        const pid = this.run.pids[name];
        if (pid === undefined || pid === before) throw new Error(`${name} was not started again`);
        return pid;
      },
      { withinMs: READY_WITHIN_MS },
    );
  }

  /** All process ids: the supervisor, and everything it or its children started. */
  pids(): number[] {
    return withDescendants([this.pid, ...processesOfHome(this.home)]);
  }

  /** Asks the supervisor to stop everything, and waits until it has ended. */
  async stop(name: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { pid } = this;
    signal([pid], name);
    await eventually(
      () => {
        if (isAlive(pid)) throw new Error(`The supervisor does not end; it printed:\n${this.printed}`);
      },
      { withinMs: STOPPED_WITHIN_MS },
    );
  }

  /** Stops everything whatever its state, and takes its data away. */
  async remove(): Promise<void> {
    if (existsSync(join(this.home, 'supervisor.pid'))) await this.stop().catch(() => undefined);
    signal(processesOfHome(this.home), 'SIGKILL');
    await eventually(() => {
      if (processesOfHome(this.home).length > 0) throw new Error('Processes were left behind.');
    });
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

export type StartOptions = {
  env?: Record<string, string>;
  /** An existing home and offset: to start the same system again. */
  home?: string;
  offset?: number;
  /** Another account, when the specs run as root. */
  account?: { uid: number; gid: number };
};

/** A folder that PostgreSQL's own account can reach too. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'relance-e2e-'));
  chmodSync(home, 0o755);
  return home;
}

/** Runs `tools/<command>/main.ts` until it ends. */
export async function runTool(
  command: string,
  { home, offset, env = {} }: { home: string; offset: number; env?: Record<string, string> },
  words: string[] = [],
): Promise<Ended> {
  const child = spawn(process.execPath, [join(REPOSITORY, 'tools', command, 'main.ts'), ...words], {
    cwd: REPOSITORY,
    env: environment(home, offset, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}

function environment(home: string, offset: number, env: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
  return {
    ...Object.fromEntries(inherited),
    NODE_COMPILE_CACHE: join(REPOSITORY, 'node_modules/.cache/compiled'),
    RELANCE_HOME: home,
    RELANCE_PORT_OFFSET: String(offset),
    // What a spec finds there, it has put there.
    RELANCE_DEMO_LEADS: '0',
    // The specs are one caller that asks more than a person would.
    RATE_LIMIT_USER_PER_MINUTE: '600000',
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: '600000',
    RATE_LIMIT_FORM_PER_MINUTE: '600000',
    RATE_LIMIT_ONE_FORM_PER_MINUTE: '600000',
    ...env,
  };
}

/** Ends with this process even when that is killed, where the system knows how. */
function launch(home: string, offset: number, { env = {}, account }: StartOptions): ChildProcess {
  const program = [process.execPath, join(REPOSITORY, 'tools/start/main.ts')] as const;
  const follows = spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  const [command, ...args] =
    follows && !account ? (['setpriv', '--pdeathsig', 'TERM', ...program] as const) : program;
  const log = openSync(join(home, 'start.log'), 'w', 0o666);
  const options: SpawnOptions = {
    cwd: REPOSITORY,
    env: environment(home, offset, env),
    stdio: ['ignore', log, log],
    ...account,
  };
  try {
    const child = spawn(command, args, options);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}
