import { listOf, membershipsOf, toggledPlace, toggledType } from './memberships';

const port = { id: 'port', tradeAttributes: ['VN', 'VO'] } as const;

describe('where a person works and what they handle there (S1.5)', () => {
  it('starts with what is handled there, and ends altogether', () => {
    const here = toggledPlace({}, port);
    expect(here).toEqual({ port: ['VN', 'VO'] });
    expect(toggledPlace(here, port)).toEqual({});
  });

  it('is chosen type by type: the first one makes them work there, none does not make them leave', () => {
    const one = toggledType({}, 'port', 'APV');
    expect(one).toEqual({ port: ['APV'] });
    expect(toggledType(one, 'port', 'APV')).toEqual({ port: [] });
  });

  it('reads the same in whatever order it was chosen', () => {
    const a = toggledType(toggledType(toggledType({}, 'x', 'VO'), 'port', 'VO'), 'port', 'VN');
    const b = toggledType(toggledType(toggledType({}, 'port', 'VN'), 'port', 'VO'), 'x', 'VO');
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
    expect(membershipsOf(listOf(a))).toEqual(a);
    expect(listOf(a)).toEqual([
      { id: 'port', leadTypes: ['VN', 'VO'] },
      { id: 'x', leadTypes: ['VO'] },
    ]);
  });
});
