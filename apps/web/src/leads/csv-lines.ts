const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the records of a CSV file as its bytes come in: line ends within quotes are none. */
export class CsvLines {
  #records = 0;
  #quoted = false;

  /** Records that ended so far, the header included. */
  get ended(): number {
    return this.#records;
  }

  read(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === LINE_FEED && !this.#quoted) this.#records += 1;
    }
  }
}
