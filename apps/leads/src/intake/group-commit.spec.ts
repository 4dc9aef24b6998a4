import { GroupCommit, type Outcome } from './group-commit';

/** A write that is done when told to. */
function controlled() {
  const groups: { items: number[]; finish(outcomes?: Outcome<string>[]): void; fail(error: Error): void }[] =
    [];
  const write = (items: number[]) =>
    new Promise<Outcome<string>[]>((resolve, reject) =>
      groups.push({
        items,
        finish: (outcomes) => resolve(outcomes ?? items.map((item) => ({ ok: true, value: `done ${item}` }))),
        fail: reject,
      }),
    );
  return { groups, write };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('GroupCommit', () => {
  it('an item that comes alone is written at once', () => {
    const { groups, write } = controlled();
    void new GroupCommit(write, { parallel: 1, size: 10 }).add(1);
    expect(groups.map((group) => group.items)).toEqual([[1]]);
  });

  it('items that come meanwhile go in together, in order, and are acknowledged only after their own group', async () => {
    const { groups, write } = controlled();
    const intake = new GroupCommit(write, { parallel: 1, size: 10 });
    const done: string[] = [];
    for (const item of [1, 2, 3]) void intake.add(item).then((value) => done.push(value));
    groups[0]!.finish();
    await settle();
    expect(groups.map((group) => group.items)).toEqual([[1], [2, 3]]);
    expect(done).toEqual(['done 1']);
    groups[1]!.finish();
    await settle();
    expect(done).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('one that fails does not fail its neighbours', async () => {
    const { groups, write } = controlled();
    const intake = new GroupCommit(write, { parallel: 1, size: 10 });
    const first = intake.add(0);
    const [good, bad] = [intake.add(1), intake.add(2)];
    const refused = expect(bad).rejects.toThrow('refused');
    groups[0]!.finish();
    await first;
    groups[1]!.finish([
      { ok: true, value: 'kept' },
      { ok: false, error: new Error('refused') },
    ]);
    expect(await good).toBe('kept');
    await refused;
  });

  it('a lost connection fails the group, and the next group is written all the same', async () => {
    const { groups, write } = controlled();
    const intake = new GroupCommit(write, { parallel: 1, size: 1 });
    const lost = expect(intake.add(1)).rejects.toThrow('connection');
    const kept = intake.add(2);
    groups[0]!.fail(new Error('connection lost'));
    await lost;
    groups[1]!.finish();
    expect(await kept).toBe('done 2');
  });
});
