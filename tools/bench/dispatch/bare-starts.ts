import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowIdReusePolicy, type SearchAttributePair } from '@temporalio/common';
import { v7 as uuidv7 } from 'uuid';
import { repositoryRoot } from '../../embedded/paths.ts';
import { asBackgroundWork } from '../engine/bench-child.ts';

/** What is read here of a lead's state; the rest is passed on. */
export interface LeadState {
  readonly leadId: string;
  readonly code: string;
  readonly leadType: string;
  readonly pointOfSaleName: string;
}

/** What the parent asks for. */
export interface BareStarts {
  /** State of a lead as an event carries it; each start gets an id of its own. */
  readonly state: LeadState;
  readonly count: number;
  readonly parallel: number;
}

const [address = ''] = process.argv.slice(2);
const dist = createRequire(join(repositoryRoot, 'apps/leads/dist/lifecycle/any.js'));
const { initialSearchAttributes } = dist('./lead-search-attributes.workflow.js') as {
  initialSearchAttributes: (state: object) => SearchAttributePair[];
};

asBackgroundWork();
const connection = await Connection.connect({ address });
const client = new Client({ connection, namespace: 'default' });
process.on('message', (task: BareStarts) => void starts(task).then(() => process.send!({ done: true })));
process.send!({ ready: true });

/** Starts workflows of leads with the plain SDK client: the same request as the dispatcher's, nothing around it. */
async function starts({ state, count, parallel }: BareStarts): Promise<void> {
  let left = count;
  const start = async (): Promise<void> => {
    while (left-- > 0) {
      const own = { ...state, leadId: uuidv7() };
      await client.workflow.start('leadLifecycle', {
        taskQueue: 'leads',
        workflowId: `lead-lifecycle/${own.leadId}`,
        args: [own],
        typedSearchAttributes: new TypedSearchAttributes(initialSearchAttributes(own)),
        staticSummary: `Lead ${own.code} · ${own.leadType} · ${own.pointOfSaleName}`,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      });
    }
  };
  await Promise.all(Array.from({ length: parallel }, start));
}
