const STORED = 'relance.searches';
const MAX_SEARCHES = 5;

/** What was searched for on this machine, the latest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((words) => typeof words === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a search while the tab is open: what people search for is a person’s name, which no machine needs to keep. */
export function rememberSearch(words: string): void {
  sessionStorage.setItem(STORED, JSON.stringify(withSearch(recentSearches(), words)));
}

/** One that was searched for again comes first. */
export function withSearch(before: readonly string[], words: string): string[] {
  const others = before.filter((each) => each.toLowerCase() !== words.toLowerCase());
  return [words, ...others].slice(0, MAX_SEARCHES);
}
