import {
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { nextStep, type ClockStep } from '@relance/lead-clock';
import {
  FOLLOWED_EVENTS,
  type LeadFollowState,
  type LeadLifecycleActivities,
  type ReminderInput,
  type ReminderOutcome,
} from '@relance/contracts-leads';
import { clockOfFollowState } from './lead-follow-clock.workflow';
import { reminderName, waitingFor } from './lead-lifecycle-words.workflow';
import { searchAttributeUpdates } from './lead-search-attributes.workflow';

/** Short steps, and the first try of an e-mail: they run inside the workflow task, which is what costs. */
const quick = proxyLocalActivities<LeadLifecycleActivities>({
  startToCloseTimeout: '8 s',
  retry: { initialInterval: '200 ms', maximumInterval: '30 s' },
  // While the database is away: a timer between the tries rather than a workflow task held open.
  localRetryThreshold: '5 s',
});
const firstTry = proxyLocalActivities<LeadLifecycleActivities>({
  startToCloseTimeout: '4 s',
  retry: { maximumAttempts: 1 },
});

/**
 * Follows the clock of one lead, for as long as the lead is open: each reminder when it is due (S1.3), the overdue
 * transition at the deadline (S1.4), nothing while the clock stands still (D5). It starts with the whole state and is
 * told of each change by a signal named as the event, so a run can begin from nothing at any time.
 */
export async function leadLifecycle(start: LeadFollowState): Promise<void> {
  let state = start;
  for (const event of FOLLOWED_EVENTS) {
    setHandler(defineSignal<[LeadFollowState]>(event), (next) => {
      if (next.version > state.version) state = next;
    });
  }

  let published = start.version;
  while (state.status === 'IN_PROGRESS') {
    if (state.version !== published) published = publish(state);
    const step = nextStep(clockOfFollowState(state), state.overdue);
    setCurrentDetails(waitingFor(state, step));
    const changed = await waitFor(step);
    if (!changed && step.kind !== 'none') await act(step);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof leadLifecycle>(state);
  }
  publish(state);
  setCurrentDetails(waitingFor(state, { kind: 'none' }));

  /** Sleeps until the step is due, or the state changed; says whether it changed. */
  async function waitFor(step: ClockStep): Promise<boolean> {
    const { version } = state;
    const isChanged = (): boolean => state.version !== version;
    if (step.kind === 'none') return condition(isChanged).then(() => true);
    const delay = step.at - Date.now();
    if (delay <= 0) return false;
    const summary = step.kind === 'reminder' ? reminderName(state, step.number) : 'en souffrance';
    return condition(isChanged, delay, { summary });
  }

  async function act(step: Exclude<ClockStep, { kind: 'none' }>): Promise<void> {
    const { leadId, deadlineAt, version, correlationId } = state;
    if (step.kind === 'overdue' || Date.now() >= Date.parse(deadlineAt)) {
      const outcome = await quick.markOverdue({ leadId, deadlineAt, correlationId });
      // Superseded: the lead changed, and the signal that says how is on its way.
      if (outcome === 'SUPERSEDED') return awaitChange(version);
      // Told of a change meanwhile: the newer state knows itself whether it is overdue.
      if (state.version !== version) return;
      state = { ...state, overdue: true, reminders: [] };
      publish(state);
      return;
    }
    const outcome = await remind({
      leadId,
      number: step.number,
      dueAt: new Date(step.at).toISOString(),
      deadlineAt,
      at: new Date().toISOString(),
      correlationId,
    });
    if (outcome === 'SUPERSEDED') return awaitChange(version);
    // Interrupted: there is a newer state to follow, or the deadline is reached.
    if (outcome !== 'INTERRUPTED' && state.version === version) {
      state = { ...state, reminders: state.reminders.filter(({ number }) => number !== step.number) };
    }
  }

  /** Tries once within the workflow task; when SMTP does not take it, as an ordinary activity until the deadline. */
  async function remind(input: ReminderInput): Promise<ReminderOutcome | 'INTERRUPTED'> {
    try {
      return await firstTry.sendReminder(input);
    } catch (error) {
      if (isCancellation(error)) throw error;
    }
    const left = Date.parse(input.deadlineAt) - Date.now();
    if (left <= 0) return 'INTERRUPTED';
    const { version } = state;
    const patient = proxyActivities<LeadLifecycleActivities>({
      scheduleToCloseTimeout: left,
      startToCloseTimeout: '30 s',
      // A worker that died is missed when its lease on the reminder is over (docs/decisions/0003).
      heartbeatTimeout: '15 s',
      retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '15 s' },
      summary: reminderName(state, input.number),
    });
    const scope = new CancellationScope();
    let outcome: ReminderOutcome | 'INTERRUPTED' | undefined;
    const sending = scope
      .run(() => patient.sendReminder(input))
      .catch(() => 'INTERRUPTED' as const)
      .then((result) => (outcome = result));
    await condition(() => outcome !== undefined || state.version !== version);
    if (outcome === undefined) scope.cancel();
    return sending;
  }

  /** For the signal that is on its way; but a change may signal nothing more, so never beyond the deadline. */
  async function awaitChange(version: number): Promise<void> {
    const left = Date.parse(state.deadlineAt) - Date.now();
    const patience = left > 0 ? Math.min(left, 60_000) : 60_000;
    await condition(() => state.version !== version, patience, { summary: 'attend la suite' });
  }
}

function publish(state: LeadFollowState): number {
  upsertSearchAttributes(searchAttributeUpdates(state));
  return state.version;
}
