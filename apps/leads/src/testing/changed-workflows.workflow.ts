import { upsertMemo } from '@temporalio/workflow';
import type { LeadFollowState, LeadImportInput, LeadImportOutcome } from '@relance/contracts-leads';
import { leadImport as realImport } from '../lead-import-jobs/lead-import.workflow';
import { leadLifecycle as realLifecycle } from '../lifecycle/lead-lifecycle.workflow';

/** One command more than the real one, and no patch: what the replay spec has to catch. */
export async function leadLifecycle(start: LeadFollowState): Promise<void> {
  upsertMemo({ changed: true });
  return realLifecycle(start);
}

/** The same of an import. */
export async function leadImport(input: LeadImportInput): Promise<LeadImportOutcome> {
  upsertMemo({ changed: true });
  return realImport(input);
}
