import { commandOf } from './grid-commands';

const press = (key: string, change = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});

describe('keys of the list', () => {
  it.each([
    ['ArrowDown', { do: 'move', by: 1 }],
    ['End', { do: 'end', at: 'last' }],
    ['Enter', { do: 'open' }],
    [' ', { do: 'toggle' }],
    ['p', { do: 'take' }],
    ['P', { do: 'take' }],
    ['a', { do: 'assign' }],
    ['/', { do: 'search' }],
    ['?', { do: 'help' }],
    ['q', null],
  ])('%s', (key, command) => {
    expect(commandOf(press(key), 'list')).toEqual(command);
  });

  it('that are a single character mean nothing once they are turned off (WCAG 2.1.4)', () => {
    for (const key of ['p', 'A', 'x', 'm', '/', '?']) expect(commandOf(press(key), 'list', false)).toBeNull();
    expect(commandOf(press('ArrowDown'), 'list', false)).toEqual({ do: 'move', by: 1 });
    expect(commandOf(press(' '), 'list', false)).toEqual({ do: 'toggle' });
  });

  it('choose a range with Shift', () => {
    expect(commandOf(press(' ', { shiftKey: true }), 'list')).toEqual({ do: 'extend' });
    expect(commandOf(press('X', { shiftKey: true }), 'list')).toEqual({ do: 'extend' });
  });

  it('are letters in a field, and buttons keep Enter, Space and arrows', () => {
    expect(commandOf(press('p'), 'field')).toBeNull();
    expect(commandOf(press('Enter'), 'control')).toBeNull();
    expect(commandOf(press('ArrowDown'), 'control')).toBeNull();
    expect(commandOf(press('p'), 'control')).toEqual({ do: 'take' });
  });

  it('leave combinations to the browser', () => {
    expect(commandOf(press('a', { ctrlKey: true }), 'list')).toBeNull();
    expect(commandOf(press('p', { metaKey: true }), 'list')).toBeNull();
  });
});
