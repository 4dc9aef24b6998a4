import type { Lead } from './lead-query';

/** What one can do with a lead; the drawers and questions are named for them. */
export type LeadAction =
  | 'take'
  | 'assign'
  | 'declare'
  | 'appointment'
  | 'deadline'
  | 'remark'
  | 'contact'
  | 'won'
  | 'lost'
  | 'reopen';

type State = Pick<Lead, 'status' | 'assigneeId' | 'handledAt'> & {
  /** The clock waits for an appointment, and none is still to come. */
  appointmentPassed?: boolean;
};

/** Which permission each action needs, and when a lead allows it. */
const RULES: Record<LeadAction, { permission: string; when: (lead: State) => boolean }> = {
  take: { permission: 'lead.take', when: (lead) => isOpen(lead) && lead.assigneeId === null },
  assign: { permission: 'lead.assign', when: isOpen },
  declare: { permission: 'lead.declare', when: isOpen },
  appointment: { permission: 'lead.appointment', when: isOpen },
  deadline: { permission: 'lead.deadline', when: isOpen },
  remark: { permission: 'lead.edit', when: () => true },
  contact: { permission: 'lead.edit', when: () => true },
  won: { permission: 'lead.close', when: isOpen },
  lost: { permission: 'lead.close', when: isOpen },
  reopen: {
    permission: 'lead.reopen',
    when: (lead) => !isOpen(lead) || lead.handledAt !== null || lead.appointmentPassed === true,
  },
};

function isOpen({ status }: State): boolean {
  return status === 'IN_PROGRESS';
}

/** What a person may do with a lead as it is now; nothing else is shown (S2.12). */
export function permittedActions(lead: State, may: (permission: string) => boolean): ReadonlySet<LeadAction> {
  return new Set(
    (Object.keys(RULES) as LeadAction[]).filter((action) => {
      const { permission, when } = RULES[action];
      return may(permission) && when(lead);
    }),
  );
}
