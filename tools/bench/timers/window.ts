/** Part of the time in which leads come due: undisturbed, or with one process killed shortly after its beginning. */
export interface Window {
  readonly victim: 'leads-worker' | 'temporal' | 'postgres' | undefined;
  readonly seconds: number;
}
