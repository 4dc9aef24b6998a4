/** A dialog that is not there by then does not come. */
const MAX_MS = 5_000;

/**
 * What is typed between the key that opens a dialog and the moment its field has the focus. It is meant for that field:
 * elsewhere it would be another command, or end up in another text.
 */
export class TypedAhead {
  #text = '';
  #end: (() => void) | null = null;

  /** @param target where keys are heard; only asked for once there is something to hear */
  constructor(private readonly target: () => EventTarget) {}

  start(): void {
    this.take();
    const target = this.target();
    target.addEventListener('keydown', this.#onKeyDown, { capture: true });
    const timer = setTimeout(() => this.take(), MAX_MS);
    this.#end = () => {
      clearTimeout(timer);
      target.removeEventListener('keydown', this.#onKeyDown, { capture: true });
    };
  }

  /** What was typed so far; from now on keys go where the focus is. */
  take(): string {
    this.#end?.();
    this.#end = null;
    const text = this.#text;
    this.#text = '';
    return text;
  }

  readonly #onKeyDown = (event: Event): void => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (ctrlKey || metaKey || altKey || key === 'Escape' || key === 'Tab') return;
    if (key.length === 1) this.#text += key;
    else if (key === 'Backspace') this.#text = this.#text.slice(0, -1);
    event.preventDefault();
    event.stopPropagation();
  };
}

/** For the global search. */
export const typedAhead = new TypedAhead(() => window);
