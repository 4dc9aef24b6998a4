import { upsertMemo } from '@temporalio/workflow';
import type { LeadFollowState } from '@relance/contracts-leads';
import { leadLifecycle as real } from '../lifecycle/lead-lifecycle.workflow';

/** One command more than the real one, and no patch: what the replay spec has to catch. */
export async function leadLifecycle(start: LeadFollowState): Promise<void> {
  upsertMemo({ changed: true });
  return real(start);
}
