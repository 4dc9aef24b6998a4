import { useUser } from '../../api/session';
import { usePlaces } from '../../leads/use-places';

/**
 * Where leads can be created: the person's points of sale that are not known to be inactive, and `kept`, the one chosen
 * before, in any case.
 */
export function useActivePlaces(kept?: string): { id: string; name: string }[] {
  const { pointsOfSale } = useUser();
  const { byId } = usePlaces();
  return pointsOfSale.filter(({ id }) => id === kept || byId.get(id)?.active !== false);
}
