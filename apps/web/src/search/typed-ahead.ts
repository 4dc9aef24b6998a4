/** A dialog that is not there by then does not come. */
const MAX_MS = 5_000;

/** `entered`: Enter was pressed for this text. */
export type Typed = { text: string; entered: boolean };

/**
 * What is typed between the key that opens a dialog and the moment its field has the focus. It is meant for that field:
 * elsewhere it would be another command, or end up in another text.
 */
export class TypedAhead {
  #typed: Typed = { text: '', entered: false };
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
  take(): Typed {
    this.#end?.();
    this.#end = null;
    const typed = this.#typed;
    this.#typed = { text: '', entered: false };
    return typed;
  }

  readonly #onKeyDown = (event: Event): void => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (ctrlKey || metaKey || altKey || key === 'Escape' || key === 'Tab') return;
    if (!this.#typed.entered) this.#typed = typedOn(this.#typed.text, key);
    event.preventDefault();
    event.stopPropagation();
  };
}

function typedOn(text: string, key: string): Typed {
  if (key === 'Enter') return { text, entered: true };
  if (key === 'Backspace') return { text: text.slice(0, -1), entered: false };
  return { text: key.length === 1 ? text + key : text, entered: false };
}

/** For the global search. */
export const typedAhead = new TypedAhead(() => window);
