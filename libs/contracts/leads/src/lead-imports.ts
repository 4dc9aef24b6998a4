/** How far the import of a file is. */
export type LeadImportProgress = {
  readBytes: number;
  sizeBytes: number;
  /** Lines of data, without the header and blank ones. */
  readLines: number;
  /** Leads taken in, or known already by their external id. */
  accepted: number;
  rejected: number;
};

/** How the import of a file ended. */
export type LeadImportOutcome = {
  status: 'DONE' | 'FAILED' | 'CANCELLED';
  progress: LeadImportProgress;
};

/** What its workflow is told: ids alone. The file and what became of it stay in the database. */
export type LeadImportInput = { importId: string; correlationId: string | null };

export type LeadImportActivities = {
  /**
   * Imports a file from where it is to its end, or until somebody cancels it. Each batch of leads is committed together
   * with the progress, so calling it again loses no line and takes none twice.
   * @throws when the database is away or the worker stops; safe to try again.
   */
  runLeadImport(input: LeadImportInput): Promise<LeadImportOutcome>;
};

/** The workflow that imports one file; its id is the deduplication. */
export const LEAD_IMPORT_WORKFLOW = 'leadImport';
export const leadImportWorkflowId = (importId: string): string => `lead-import/${importId}`;

/** Tells the workflow how far its file is, now and then, for those who look at it in Temporal. */
export const LEAD_IMPORT_PROGRESS_SIGNAL = 'progress';
