/** How one process of the system is started, known to be ready, and stopped. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Everything the process prints goes to the end of this file. */
  readonly logFile: string;
  /** Account to run as, when this process is root and the program must not be. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Positive for background work that must not slow requests down. */
  readonly nice?: number;
  readonly stopSignal: NodeJS.Signals;
  /** After this long without an end, the process is killed. */
  readonly stopTimeoutMs: number;
  readonly readyTimeoutMs: number;
  /** Puts the ground in order, before each start: removes what a killed predecessor left. */
  beforeStart?(): Promise<void>;
  /** One look at whether it answers; called until it says yes. */
  isReady(): Promise<boolean>;
}

/** A running part of the system. */
export interface RunningPart {
  readonly pid: number;
  stop(): Promise<void>;
}
