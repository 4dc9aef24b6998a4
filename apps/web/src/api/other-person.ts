const forgetters = new Set<() => void>();
/** Whose leads this tab has shown; other tabs may have changed what the browser remembers. */
let shownTo: string | null = null;

/** Something is kept of what a person saw: it goes when they sign out, and before somebody else sees this tab. */
export function onOtherPerson(forget: () => void): void {
  forgetters.add(forget);
}

/** Who sees this tab from now on; null: nobody. */
export function tabIsShownTo(person: string | null): void {
  if (person === null || (shownTo !== null && shownTo !== person)) for (const forget of forgetters) forget();
  shownTo = person;
}
