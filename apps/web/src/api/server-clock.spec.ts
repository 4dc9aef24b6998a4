import { ServerClock } from './server-clock';

const NOON = Date.parse('2026-11-28T12:00:00Z');
const said = (atMs: number): string => new Date(atMs).toUTCString();

describe('the server’s clock', () => {
  let own: number;
  let clock: ServerClock;
  beforeEach(() => {
    own = NOON;
    clock = new ServerClock(() => own);
  });

  it('is told by an answer: a phone that is three minutes late counts right', () => {
    clock.learn(said(NOON + 180_000), own - 100);
    expect(clock.now() - NOON).toBeCloseTo(180_550, -2);
  });

  it('is this machine’s as long as they differ by less than the header can say', () => {
    clock.learn(said(NOON), own - 40);
    expect(clock.now()).toBe(NOON);
  });

  it('is not told by an answer that was long on its way', () => {
    clock.learn(said(NOON), own);
    own += 20_000;
    clock.learn(said(NOON + 20_000), own - 20_000);
    expect(clock.now()).toBe(own);
  });

  it('is told by the shortest of several ways', () => {
    clock.learn(said(NOON + 60_000), own - 20);
    clock.learn(said(NOON + 62_000), own - 900);
    expect(clock.now() - NOON).toBeCloseTo(60_510, -2);
  });

  it('is learnt again when this machine’s clock was set', () => {
    clock.learn(said(NOON), own - 20);
    own += 3_600_000;
    clock.learn(said(NOON + 5_000), own - 300);
    expect(clock.now()).toBeLessThan(NOON + 7_000);
  });
});
