import type { Page } from '@playwright/test';
import { expect } from './as-person';

/** The page listens; a word in its memory tells later whether it was loaded again. */
export async function listening(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'À jour en direct' })).toBeVisible();
  await page.evaluate(() => void Object.assign(window, { neverReloaded: true }));
}

export function neverReloaded(page: Page): Promise<boolean> {
  return page.evaluate(() => 'neverReloaded' in window);
}
