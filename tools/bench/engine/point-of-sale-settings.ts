import { demoPointOfSale, signInAsAdmin } from './demo-group.ts';

/** Gives leads taken in from now on one reminder, at half of this lifetime; the point of sale is always open. */
export async function setLifetime(gatewayUrl: string, lifetimeMinutes: number): Promise<void> {
  const { authorization } = await signInAsAdmin(gatewayUrl);
  const url = `${gatewayUrl}/api/v1/points-of-sale/${demoPointOfSale.id}/settings/incoming-leads`;
  const found = await fetch(url, { headers: { authorization } });
  const saved = await fetch(url, {
    method: 'PUT',
    headers: {
      authorization,
      'content-type': 'application/json',
      'if-match': found.headers.get('etag') ?? '',
    },
    body: JSON.stringify({ lifetimeMinutes, reminderEnabled: true, reminderCount: 1, openingHours: null }),
  });
  if (!saved.ok) throw new Error(`The settings were not saved: ${saved.status} ${await saved.text()}`);
}
