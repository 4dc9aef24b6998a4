import type { TFunction } from 'i18next';
import { remembered } from './remembered';

describe('words that are remembered', () => {
  const asked: string[] = [];
  const t = ((key: string, values?: { duration: string }) => {
    asked.push(key);
    return `${key} ${values?.duration ?? ''}`.trim();
  }) as unknown as TFunction<'common'>;

  it('are looked up once for each value', () => {
    const quick = remembered(t);
    expect(quick('timeLeft.overdue', { duration: '3 min' })).toBe('timeLeft.overdue 3 min');
    expect(quick('timeLeft.overdue', { duration: '4 min' })).toBe('timeLeft.overdue 4 min');
    expect(quick('timeLeft.overdue', { duration: '3 min' })).toBe('timeLeft.overdue 3 min');
    expect(quick('timeLeft.closed')).toBe('timeLeft.closed');
    expect(quick('timeLeft.closed')).toBe('timeLeft.closed');
    expect(asked).toEqual(['timeLeft.overdue', 'timeLeft.overdue', 'timeLeft.closed']);
  });

  it('are the same for the same language, and others for another', () => {
    expect(remembered(t)).toBe(remembered(t));
    expect(remembered((() => 'x') as unknown as TFunction<'common'>)).not.toBe(remembered(t));
  });
});
