/**
 * What the leads service shares: enumerations, the events of its feed, and the types that service,
 * workflow and activities agree on. Nothing of another package is imported here, so anything may import this.
 */

export {
  LEAD_IMPORT_PROGRESS_SIGNAL,
  LEAD_IMPORT_WORKFLOW,
  leadImportWorkflowId,
  type LeadImportActivities,
  type LeadImportInput,
  type LeadImportOutcome,
  type LeadImportProgress,
} from './lead-imports';

export const LEAD_STATUSES = ['IN_PROGRESS', 'WON', 'LOST'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** D1: « À contacter », « Contacté », « Sans réponse », « Rendez-vous pris ». */
export const CONTACT_STATUSES = ['TO_CONTACT', 'CONTACTED', 'NO_ANSWER', 'APPOINTMENT_SET'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** What is known of a contact. */
export const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'phone'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Why the clock of a lead stands still (D5). An empty list means that it runs. */
export const PAUSE_REASONS = ['CLOSED', 'HANDLED', 'APPOINTMENT'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** One task queue for everything the leads worker does. */
export const LEADS_TASK_QUEUE = 'leads';

/** The workflow that follows one lead; its id is the deduplication. */
export const LEAD_LIFECYCLE_WORKFLOW = 'leadLifecycle';
export const LEAD_LIFECYCLE_ID_PREFIX = 'lead-lifecycle/';
export const leadLifecycleWorkflowId = (leadId: string): string => `${LEAD_LIFECYCLE_ID_PREFIX}${leadId}`;

/** Events after which the workflow of a lead must know the new state; also the names of its signals. */
export const FOLLOWED_EVENTS = [
  'lead.received',
  'lead.assigned',
  'lead.contactStatusDeclared',
  'lead.appointmentBooked',
  'lead.appointmentCancelled',
  'lead.reopened',
  'lead.deadlineEdited',
  'lead.settingsApplied',
  'lead.won',
  'lead.lost',
] as const;
export type FollowedEvent = (typeof FOLLOWED_EVENTS)[number];

/**
 * The clock state of a lead that its workflow follows: whole, so that a run can begin from nothing.
 * It holds no personal data: people appear as ids. Instants are ISO 8601 UTC, durations milliseconds.
 */
export type LeadFollowState = {
  leadId: string;
  code: string;
  /** Grows with each change made by a person or by settings; an older state never replaces a newer one. */
  version: number;
  pointOfSaleId: string;
  pointOfSaleName: string;
  leadType: string;
  assigneeId: string | null;
  status: LeadStatus;
  pauseReasons: PauseReason[];
  /** The overdue transition is already recorded. */
  overdue: boolean;
  lifetimeMs: number;
  deadlineAt: string;
  /** Open time left, when paused; null when the clock runs. */
  remainingMs: number | null;
  /** Of the request that made this state, so that logs can be followed from the gateway to the activity. */
  correlationId: string | null;
  /** How many reminders the settings ask for, for « rappel 1/2 ». */
  reminderCount: number;
  /** Reminders still to leave; `dueAt` is null while the clock stands still. */
  reminders: { number: 1 | 2; dueAt: string | null; remainingMs: number | null }[];
};

/** What the workflow asks of its activities. Each one is idempotent on its arguments. */
export type LeadLifecycleActivities = {
  /**
   * Sends reminder `number` to everyone it concerns (S1.5, D4), once each (S1.6).
   * `at` is the workflow's time; nothing leaves at or after `deadlineAt` (S1.4).
   * @throws when SMTP refuses; safe to try again.
   */
  sendReminder(input: ReminderInput): Promise<ReminderOutcome>;
  /** Records that the lead became overdue at `deadlineAt`, and the reminders that could not leave before it. */
  markOverdue(input: OverdueInput): Promise<OverdueOutcome>;
};

export type ReminderInput = {
  leadId: string;
  number: 1 | 2;
  dueAt: string;
  deadlineAt: string;
  at: string;
  correlationId: string | null;
};

export type OverdueInput = { leadId: string; deadlineAt: string; correlationId: string | null };

/** SENT: it left (now or before). MISSED: it can leave no more. SUPERSEDED: the lead changed; ask the state again. */
export type ReminderOutcome = 'SENT' | 'MISSED' | 'SUPERSEDED';
export type OverdueOutcome = 'RECORDED' | 'SUPERSEDED';

/** What comparing open leads with open workflows found, and mended. */
export type ReconcileResult = {
  openLeads: number;
  openWorkflows: number;
  started: number;
  ended: number;
  /** Leads whose workflow Temporal refuses for good. */
  failed: number;
};

export type ReconcileActivities = {
  /** Starts a workflow for each open lead without one, and ends each workflow whose lead is closed or gone. */
  reconcile(): Promise<ReconcileResult>;
};

/** The workflow of the hourly comparison, and its schedule. */
export const RECONCILE_WORKFLOW = 'reconcileLeads';
export const RECONCILE_SCHEDULE_ID = 'reconcile-leads';

/** Events of the leads log. `follow` is present on those of {@link FOLLOWED_EVENTS}. */
export type LeadEvents = {
  'lead.received': {
    follow: LeadFollowState;
    type: string;
    sourceName: string;
    sourceCategory: string | null;
    channel: string;
  };
  'lead.assigned': {
    follow: LeadFollowState;
    assigneeId: string | null;
    previousAssigneeId: string | null;
    pointOfSaleId: string;
    previousPointOfSaleId: string;
    taken: boolean;
  };
  'lead.contactStatusDeclared': {
    follow: LeadFollowState;
    status: ContactStatus;
    previous: ContactStatus;
    detail: string | null;
  };
  'lead.appointmentBooked': { follow: LeadFollowState; appointmentId: string; at: string };
  'lead.appointmentCancelled': { follow: LeadFollowState; appointmentId: string; at: string };
  'lead.reopened': { follow: LeadFollowState };
  'lead.deadlineEdited': { follow: LeadFollowState; deadlineAt: string; previousDeadlineAt: string };
  'lead.settingsApplied': { follow: LeadFollowState; settingsId: string; deadlineAt: string };
  'lead.won': { follow: LeadFollowState; reason: string | null };
  'lead.lost': { follow: LeadFollowState; reason: string | null };
  'lead.paused': { reasons: PauseReason[]; remainingSeconds: number };
  'lead.resumed': { remainingSeconds: number; deadlineAt: string };
  'lead.reminderSent': { number: number; count: number; dueAt: string; recipientIds: string[] };
  'lead.reminderMissed': {
    number: number;
    count: number;
    dueAt: string | null;
    /** REFUSED: of everybody it concerns the mailbox is refused for good. */
    reason: 'OVERDUE' | 'NO_RECIPIENT' | 'REFUSED';
  };
  'lead.overdue': { deadlineAt: string };
  /** The text is a row of its own, not a part of the log. */
  'lead.remarked': { remarkId: string };
  /** Which details were changed; what they were and are is in no event. */
  'lead.contactEdited': { fields: ContactField[] };
  'leads.settingsSaved': { pointOfSaleId: string; settingsId: string; lifetimeMinutes: number };
};

/** One thing that changed, as `GET /internal/lead-changes` of the leads service tells it. */
export type LeadChange = {
  /** Its place in the log, in the order of commits. */
  cursor: string;
  event: keyof LeadEvents;
  /** ISO 8601, UTC. */
  at: string;
  /** Null: it is about a point of sale, whose settings were saved. */
  leadId: string | null;
  /** Where the lead is now. */
  pointOfSaleId: string;
  /** Where the lead was before this event took it elsewhere. */
  previousPointOfSaleId: string | null;
};

/** `next` is the cursor to ask with next time, also when there was nothing new; `more`: ask at once. */
export type LeadChangesPage = { changes: LeadChange[]; next: string; more: boolean };
