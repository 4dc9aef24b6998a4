import { partChanged, versioned } from './versioned';

describe('things that are edited one by one', () => {
  it.each(['"7"', 'W/"7"'])('know their version by %s', (etag) => {
    expect(versioned({ data: { id: 'a' }, etag })).toEqual({ id: 'a', version: 7 });
  });

  it('are not edited without a version', () => {
    expect(() => versioned({ data: {}, etag: undefined })).toThrow(/version/);
  });

  it('send what changed only', () => {
    const before = { name: 'Zoé', active: true, places: [{ id: 'a', types: ['VN'] }] };
    expect(partChanged(before, { ...before, name: 'Zoé Martin' })).toEqual({ name: 'Zoé Martin' });
    expect(partChanged(before, { ...before, places: [{ id: 'a', types: ['VN'] }] })).toEqual({});
    expect(partChanged(before, { ...before, places: [] })).toEqual({ places: [] });
  });
});
