import { defineSignal, proxyActivities, setCurrentDetails, setHandler } from '@temporalio/workflow';
import {
  LEAD_IMPORT_PROGRESS_SIGNAL,
  type LeadImportActivities,
  type LeadImportInput,
  type LeadImportOutcome,
  type LeadImportProgress,
} from '@relance/contracts-leads';
import { importEnded, importUnderWay } from './lead-import-words.workflow';

/** Longer than any file takes; a worker that is killed is missed after the heartbeat's time. */
const { runLeadImport } = proxyActivities<LeadImportActivities>({
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '20 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '30 s' },
  summary: 'lecture du fichier',
});

const progressed = defineSignal<[LeadImportProgress]>(LEAD_IMPORT_PROGRESS_SIGNAL);

/**
 * Imports one file of leads. The work is one activity, which goes on where it was however often it is begun: what is
 * durable here is that it is begun again until the file is through.
 */
export async function leadImport(input: LeadImportInput): Promise<LeadImportOutcome> {
  let ended = false;
  setHandler(progressed, (progress) => {
    if (!ended) setCurrentDetails(importUnderWay(progress));
  });
  setCurrentDetails('Import demandé : attend son tour.');
  const outcome = await runLeadImport(input);
  ended = true;
  setCurrentDetails(importEnded(outcome));
  return outcome;
}
