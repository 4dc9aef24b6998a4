import { UnauthenticatedError } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import type { Listener } from './listener';

/**
 * Whether a listener is let in as it was when it came: its token has neither expired nor become void, and gives the same
 * rights. Whoever comes again with other rights is told other things.
 */
export async function stillLetIn(
  { authorization, principal }: Listener,
  recognise: (headers: { authorization: string }) => Promise<Principal>,
): Promise<boolean> {
  try {
    const now = await recognise({ authorization });
    return now === principal || JSON.stringify(now) === JSON.stringify(principal);
  } catch (error) {
    // Whatever else fails says nothing about the person.
    return !(error instanceof UnauthenticatedError);
  }
}
