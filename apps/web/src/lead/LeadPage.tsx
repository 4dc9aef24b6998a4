import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ApiProblem } from '../api/problem';
import { useMay } from '../api/session';
import { NotFound } from '../app/NotFound';
import { LeadFailed } from './LeadFailed';
import { leadQuery } from './lead-query';
import { LeadSheet } from './LeadSheet';
import { LeadSkeleton } from './LeadSkeleton';

/** Refusals that say: for this person there is no such lead. */
const NO_SUCH_LEAD: readonly number[] = [400, 403, 404];

/** One lead (S2.1): read, then shown; it follows what others do to it. Not there for who may see none (S2.12). */
export function LeadPage(): ReactElement {
  return useMay()('lead.read') ? <OneLead /> : <NotFound />;
}

function OneLead(): ReactElement {
  const { leadId } = useParams({ from: '/signed-in/leads/$leadId' });
  const { data, error, refetch, isFetching } = useQuery(leadQuery(leadId));
  // Also one that was shown and went elsewhere: it is not for this person any more.
  const unknown = error instanceof ApiProblem && NO_SUCH_LEAD.includes(error.status);
  if (data && !unknown) return <LeadSheet key={leadId} read={data} />;
  if (error)
    return <LeadFailed error={error} unknown={unknown} busy={isFetching} onRetry={() => void refetch()} />;
  return <LeadSkeleton />;
}
