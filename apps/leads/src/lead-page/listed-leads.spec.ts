import type { ListedRow, VersionRow } from './lead-list-rows';
import { ListedLeads } from './listed-leads';

function row(id: string, leadVersion: string, contactVersion: string): ListedRow {
  const columns: unknown[] = Array.from({ length: 33 }, () => null);
  Object.assign(columns, {
    1: id,
    21: '2026-11-20T10:00:00.000Z',
    24: '2026-11-20T10:10:00.000Z',
    27: [],
    29: [],
  });
  Object.assign(columns, { 31: leadVersion, 32: contactVersion });
  return columns as ListedRow;
}
const version = (id: string, lead: string, contact: string): VersionRow => [null, id, lead, contact];

describe('leads in memory', () => {
  it('are given in the version asked for, of the lead and of its contact', () => {
    const leads = new ListedLeads();
    const lead = leads.remember(row('a', '7', '8'));
    expect(leads.get(version('a', '7', '8'))).toBe(lead);
    for (const other of [version('a', '9', '8'), version('a', '7', '9'), version('b', '7', '8')]) {
      expect(leads.get(other)).toBeUndefined();
    }
    leads.remember(row('a', '9', '8'));
    expect(leads.get(version('a', '7', '8'))).toBeUndefined();
  });
});
