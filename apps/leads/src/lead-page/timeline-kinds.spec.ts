import { kindOf, TIMELINE_KINDS, typesOf } from './timeline-kinds';

describe('what an item of the timeline is', () => {
  it('pauses and resumptions are told apart from what people do', () => {
    expect(kindOf('lead.paused')).toBe('PAUSE');
    expect(kindOf('lead.resumed')).toBe('RESUMPTION');
    expect(kindOf('lead.won')).toBe('ACTION');
    expect(kindOf('lead.somethingNew')).toBe('ACTION');
    expect(kindOf('toString')).toBe('ACTION');
  });

  it('every kind has events', () => {
    for (const kind of TIMELINE_KINDS) {
      const types = typesOf([kind]);
      expect(types.length).toBeGreaterThan(0);
      for (const type of types) expect(kindOf(type)).toBe(kind);
    }
  });
});
