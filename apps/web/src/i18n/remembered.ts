import type { Namespace, TFunction } from 'i18next';

const remembering = new WeakMap<object, unknown>();
const MOST = 2_000;

/**
 * The same words, looked up once each: rows that pass while one scrolls ask for the same few, hundreds of times a second.
 * Another language comes with another `t`. For keys with plain values, not for options of i18next.
 */
export function remembered<N extends Namespace>(t: TFunction<N>): TFunction<N> {
  const known = remembering.get(t);
  if (known) return known as TFunction<N>;
  const said = new Map<string, string>();
  const look = t as unknown as (key: string, values?: object) => string;
  const quick = (key: string, values?: Record<string, unknown>): string => {
    const asked = values ? `${key}\u0000${Object.values(values).join('\u0000')}` : key;
    let words = said.get(asked);
    if (words === undefined) {
      if (said.size >= MOST) said.clear();
      said.set(asked, (words = look(key, values)));
    }
    return words;
  };
  remembering.set(t, quick);
  return quick as unknown as TFunction<N>;
}
