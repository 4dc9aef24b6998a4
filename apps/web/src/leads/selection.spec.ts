import { NOTHING_SELECTED, rangeSelected, selectedAgain, toggled, without } from './selection';

const leadAt = (index: number) =>
  index === 3 ? undefined : { id: `${index}`, pointOfSaleId: 'p', assigneeId: null };
const chosen = (selection: typeof NOTHING_SELECTED): string => [...selection.leads.keys()].sort().join('');

describe('the selection', () => {
  it('takes one lead after the other, and gives it back', () => {
    const two = toggled(toggled(NOTHING_SELECTED, leadAt(1)!, 1), leadAt(4)!, 4);
    expect(chosen(two)).toBe('14');
    expect(chosen(toggled(two, leadAt(1)!, 1))).toBe('4');
    expect(chosen(NOTHING_SELECTED)).toBe('');
  });

  it('takes a range from the last one chosen, in both directions, without rows that are not there', () => {
    const one = toggled(NOTHING_SELECTED, leadAt(2)!, 2);
    expect(chosen(rangeSelected(one, 5, leadAt))).toBe('245');
    expect(chosen(rangeSelected(one, 0, leadAt))).toBe('012');
    expect(chosen(rangeSelected(rangeSelected(one, 5, leadAt), 0, leadAt))).toBe('01245');
    expect(chosen(rangeSelected(NOTHING_SELECTED, 1, leadAt))).toBe('1');
  });

  it('loses what was done, and keeps what could not be', () => {
    const three = rangeSelected(toggled(NOTHING_SELECTED, leadAt(0)!, 0), 2, leadAt);
    const left = without(three, ['0', '1', '2']);
    expect(left).toBe(NOTHING_SELECTED);
    expect(chosen(selectedAgain(left, [leadAt(1)!]))).toBe('1');
    expect(chosen(without(three, ['0', '2']))).toBe('1');
  });

  it('ends where the API ends', () => {
    const all = rangeSelected({ ...NOTHING_SELECTED, anchor: 0 }, 1_000, leadAt);
    expect(all.leads.size).toBe(200);
    expect(toggled(all, leadAt(999)!, 999).leads.size).toBe(200);
    expect(toggled(all, leadAt(1)!, 1).leads.size).toBe(199);
  });
});
