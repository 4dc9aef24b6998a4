import { permittedActions } from './permitted-actions';

const open = { status: 'IN_PROGRESS' as const, assigneeId: null, handledAt: null };
const everything = (): boolean => true;

describe('what one can do with a lead (S2.3, S2.12)', () => {
  it('is what the role permits', () => {
    const may = (permission: string): boolean => permission === 'lead.take' || permission === 'lead.edit';
    expect([...permittedActions(open, may)]).toEqual(['take', 'remark', 'contact']);
  });

  it('of somebody’s lead is not taking it in charge', () => {
    expect(permittedActions({ ...open, assigneeId: 'zoe' }, everything).has('take')).toBe(false);
  });

  it('of a lead that ended is to reopen it, and to write', () => {
    expect([...permittedActions({ ...open, status: 'WON' }, everything)]).toEqual([
      'remark',
      'contact',
      'reopen',
    ]);
  });

  it('of a handled lead is to reopen it too', () => {
    const handled = { ...open, handledAt: '2026-11-22T08:00:00Z' };
    expect(permittedActions(handled, everything).has('reopen')).toBe(true);
    expect(permittedActions(open, everything).has('reopen')).toBe(false);
  });

  it('of a lead whose appointment has passed is to reopen it, until somebody says how it went', () => {
    const paused = { ...open, appointmentPassed: true };
    expect(permittedActions(paused, everything).has('reopen')).toBe(true);
    expect(permittedActions({ ...open, appointmentPassed: false }, everything).has('reopen')).toBe(false);
  });
});
