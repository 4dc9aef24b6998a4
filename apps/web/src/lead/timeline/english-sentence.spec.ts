import { englishSentence } from './english-sentence';

const tell = {
  person: (id: string | null) => (id === 'zoe' ? 'Zoé' : 'a colleague'),
  pointOfSale: () => 'Garage du Port',
  contactStatus: () => 'Contacted',
  moment: (atMs: number) => new Date(atMs).toISOString().slice(11, 16),
};

describe('the timeline in English', () => {
  it.each([
    [
      'lead.reminderSent',
      { number: 1, count: 2, recipientIds: ['zoe', 'x'] },
      'Reminder 1/2 sent to Zoé and a colleague',
    ],
    [
      'lead.assigned',
      { assigneeId: 'zoe', pointOfSaleId: 'a', previousPointOfSaleId: 'a', taken: true },
      'Taken in charge by Zoé',
    ],
    [
      'lead.assigned',
      { assigneeId: null, pointOfSaleId: 'a', previousPointOfSaleId: 'a', taken: false },
      'Assigned to nobody',
    ],
    [
      'lead.assigned',
      { assigneeId: null, pointOfSaleId: 'a', previousPointOfSaleId: 'b', taken: false },
      'Moved to Garage du Port',
    ],
    [
      'lead.contactStatusDeclared',
      { status: 'CONTACTED', detail: 'Passe samedi' },
      'Contact declared: Contacted (Passe samedi)',
    ],
    [
      'lead.paused',
      { reasons: ['HANDLED', 'APPOINTMENT'] },
      'Clock paused: contact declared, appointment booked',
    ],
    ['lead.overdue', { deadlineAt: '2026-11-22T08:00:00Z' }, 'Lead overdue since its deadline 08:00'],
  ])('%s', (type, data, sentence) => {
    expect(englishSentence({ type, data }, tell)).toBe(sentence);
  });

  it('leaves events of a later version to the server', () => {
    expect(englishSentence({ type: 'lead.convertedTwice', data: {} }, tell)).toBeNull();
  });
});
