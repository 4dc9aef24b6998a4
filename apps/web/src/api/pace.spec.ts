import { Pace } from './pace';

describe('the pace of reading again', () => {
  it('is 300 ms at most after quiet', () => {
    const pace = new Pace();
    expect(pace.delay(0, 0)).toBeGreaterThanOrEqual(50);
    expect(pace.delay(0, 0.999)).toBeLessThanOrEqual(300);
  });

  it('slows down while changes keep coming, and recovers', () => {
    const pace = new Pace();
    const delays: number[] = [];
    let now = 0;
    for (let round = 0; round < 12; round += 1) {
      const delay = pace.delay(now, 0.5);
      delays.push(delay);
      now += delay;
      pace.done(now);
    }
    expect(delays[0]).toBeLessThan(300);
    expect(delays.at(-1)).toBeGreaterThan(4_000);
    expect(Math.max(...delays)).toBeLessThan(10_000);
    expect(pace.delay(now + 60_000, 0.999)).toBeLessThanOrEqual(300);
  });
});
