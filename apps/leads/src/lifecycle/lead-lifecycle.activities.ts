import { Inject, Injectable } from '@nestjs/common';
import type {
  LeadLifecycleActivities,
  OverdueInput,
  OverdueOutcome,
  ReminderInput,
  ReminderOutcome,
} from '@relance/contracts-leads';
import { pgPool } from '@relance/database';
import { asyncLocalStorage } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import { aliveWhile } from './alive-while';
import { instantOfTry } from './instant-of-try';
import { ReminderSender } from './reminder-sender';
import { MARK_OVERDUE } from './reminder-statements';

/**
 * What the workflow of a lead does to the world. Each step asks the lead's row whether it is still wanted, so a late
 * or repeated call does nothing. Business instants come from the arguments; what is said of a later try is as of then.
 */
@Injectable()
export class LeadLifecycleActivityService implements LeadLifecycleActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly reminders: ReminderSender,
  ) {}

  sendReminder(input: ReminderInput): Promise<ReminderOutcome> {
    const context = asyncLocalStorage.getStore();
    const at = instantOfTry(input.at, context?.info);
    return aliveWhile(context, () => this.reminders.send({ ...input, at }));
  }

  async markOverdue({ leadId, deadlineAt, correlationId }: OverdueInput): Promise<OverdueOutcome> {
    const { rowCount } = await pgPool(this.dataSource).query({
      ...MARK_OVERDUE,
      values: [leadId, deadlineAt, deadlineAt, correlationId],
    });
    return rowCount === 0 ? 'SUPERSEDED' : 'RECORDED';
  }
}
