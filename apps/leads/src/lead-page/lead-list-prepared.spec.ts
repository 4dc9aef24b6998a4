import { PreparedShapes } from './lead-list-prepared';

describe('PreparedShapes', () => {
  it('names a statement that comes back, always alike', () => {
    const shapes = new PreparedShapes();
    const names = [1, 2, 3, 4].map(() => shapes.nameOf('SELECT 1'));
    expect(names).toEqual([undefined, undefined, expect.stringMatching(/^leads-/), names[2]]);
    const others = [1, 2, 3].map(() => shapes.nameOf('SELECT 2'));
    expect(others[2]).not.toBe(names[2]);
    const elsewhere = new PreparedShapes();
    expect([1, 2, 3].map(() => elsewhere.nameOf('SELECT 1'))).toEqual(names.slice(0, 3));
  });

  it('names no more statements than a connection may keep', () => {
    const shapes = new PreparedShapes();
    const names = new Set<string | undefined>();
    for (let shape = 0; shape < 200; shape += 1) {
      for (let times = 0; times < 5; times += 1) names.add(shapes.nameOf(`SELECT ${shape}`));
    }
    names.delete(undefined);
    expect(names.size).toBe(64);
  });
});
