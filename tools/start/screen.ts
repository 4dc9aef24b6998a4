const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

/** What the person at the keyboard sees: one line per step done, remarks between. */
export class Screen {
  readonly #started = Date.now();

  constructor() {
    // Whoever reads along may go away, as `head` does; the system runs on.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }

  title(text: string): void {
    this.#line(paint(1, text));
  }

  /** A step that takes long has begun. */
  doing(text: string): void {
    this.#line(`  ${paint(2, `… ${text}`)}`);
  }

  done(text: string): void {
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
    this.#line(`  ${paint(32, '✓')} ${text} ${paint(2, `(${seconds} s)`)}`);
  }

  remark(text: string): void {
    this.#line(`  ${paint(33, '!')} ${text}`);
  }

  /** Two columns under a heading. */
  table(heading: string, rows: readonly (readonly [string, string])[]): void {
    const width = Math.max(...rows.map(([left]) => left.length));
    this.#line(`\n${paint(1, heading)}`);
    for (const [left, right] of rows) this.#line(`  ${left.padEnd(width)}  ${right}`);
  }

  /** A line on its own, exactly as given. */
  plain(text: string): void {
    this.#line(text);
  }

  #line(text: string): void {
    process.stdout.write(`${text}\n`);
  }
}
