import { LeadsConfig } from '../config';
import { person } from '../testing/stored-leads';
import type { LeadView } from './lead.schema';
import { WorkflowLinks } from './workflow-links';

const lead = { id: '01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90' } as LeadView;

function linksWith(temporalUiUrl: string): WorkflowLinks {
  return new WorkflowLinks(
    LeadsConfig.read({
      ORGANISATION_URL: 'http://127.0.0.1:3001',
      LEADS_DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
      INTERNAL_TOKEN_SECRET: 'x'.repeat(32),
      TEMPORAL_UI_URL: temporalUiUrl,
    }),
  );
}

describe('the link to the workflow of a lead', () => {
  const links = linksWith('https://temporal.example/');

  it('is there for who may look into workflows', () => {
    expect(links.withLink(lead, person('ADMIN', 'ALL')).workflowUrl).toBe(
      `https://temporal.example/namespaces/default/workflows/lead-lifecycle%2F${lead.id}`,
    );
  });

  it('is not there for the others, nor when nobody said where Temporal shows itself', () => {
    expect(links.withLink(lead, person('MANAGER', [])).workflowUrl).toBeNull();
    expect(linksWith('').withLink(lead, person('ADMIN', 'ALL')).workflowUrl).toBeNull();
  });
});
