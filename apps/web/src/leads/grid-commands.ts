/** What a key does in the list. */
export type GridCommand =
  | { do: 'move'; by: number }
  | { do: 'page'; by: 1 | -1 }
  | { do: 'end'; at: 'first' | 'last' }
  | { do: 'open' | 'toggle' | 'extend' | 'take' | 'assign' | 'menu' | 'search' | 'help' | 'clear' };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;
/** Where the key was pressed: in a field, on something that has keys of its own, or in the list itself. */
export type KeyPlace = 'field' | 'control' | 'list';

/** The command of a key; null when the key is somebody else’s. `letters`: whether single characters are commands. */
export function commandOf(event: Key, place: KeyPlace, letters = true): GridCommand | null {
  if (place === 'field' || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (!letters && event.key.length === 1 && event.key !== ' ') return null;
  switch (event.key.toLowerCase()) {
    case 'p':
      return { do: 'take' };
    case 'a':
      return { do: 'assign' };
    case 'x':
      return { do: event.shiftKey ? 'extend' : 'toggle' };
    case '/':
      return { do: 'search' };
    case '?':
      return { do: 'help' };
    case 'escape':
      return { do: 'clear' };
  }
  if (place === 'control') return null;
  switch (event.key) {
    case 'ArrowDown':
      return { do: 'move', by: 1 };
    case 'ArrowUp':
      return { do: 'move', by: -1 };
    case 'PageDown':
      return { do: 'page', by: 1 };
    case 'PageUp':
      return { do: 'page', by: -1 };
    case 'Home':
      return { do: 'end', at: 'first' };
    case 'End':
      return { do: 'end', at: 'last' };
    case 'Enter':
      return { do: 'open' };
    case ' ':
      return { do: event.shiftKey ? 'extend' : 'toggle' };
    case 'm':
    case 'M':
    case 'ContextMenu':
      return { do: 'menu' };
    default:
      return null;
  }
}

const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const OWN_KEYS = 'a, button, input, summary, [role="tab"], [role="menuitem"], [role="option"]';
const LAYERS = '[role="dialog"], [role="menu"], [role="listbox"]';

/** What a key pressed on an element is meant for; a dialog or a menu keeps its keys. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'list';
  if (target.closest(FIELDS) || target.closest(LAYERS)) return 'field';
  return target.closest(OWN_KEYS) ? 'control' : 'list';
}
