import { onOtherPerson, tabIsShownTo } from './other-person';

describe('what a person saw in a tab', () => {
  const forgotten = jest.fn();
  beforeAll(() => onOtherPerson(forgotten));
  beforeEach(() => forgotten.mockClear());

  it('stays while they are signed in', () => {
    tabIsShownTo('zoe');
    tabIsShownTo('zoe');
    expect(forgotten).not.toHaveBeenCalled();
  });

  it('is forgotten when somebody else is signed in, wherever they did it', () => {
    tabIsShownTo('karim');
    expect(forgotten).toHaveBeenCalledTimes(1);
  });

  it('is forgotten when they sign out, or their session ends', () => {
    tabIsShownTo(null);
    expect(forgotten).toHaveBeenCalledTimes(1);
    tabIsShownTo('zoe');
    expect(forgotten).toHaveBeenCalledTimes(1);
  });
});
