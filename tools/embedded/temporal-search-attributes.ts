/** Search attributes by which an admin finds leads in the Temporal UI, with Temporal's names of their types. */
export const searchAttributes: Readonly<Record<string, 'Keyword' | 'Datetime' | 'Bool'>> = {
  PointOfSale: 'Keyword',
  LeadType: 'Keyword',
  Assignee: 'Keyword',
  LeadState: 'Keyword',
  DeadlineAt: 'Datetime',
  Overdue: 'Bool',
};
