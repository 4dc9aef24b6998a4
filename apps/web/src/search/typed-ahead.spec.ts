import { TypedAhead } from './typed-ahead';

function press(target: EventTarget, key: string, more: Partial<KeyboardEvent> = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  return target.dispatchEvent(
    Object.assign(event, { key, ctrlKey: false, metaKey: false, altKey: false, ...more }),
  );
}

it('keeps what is typed before the field is there, and nothing afterwards', () => {
  const target = new EventTarget();
  const ahead = new TypedAhead(() => target);
  expect(press(target, 'x')).toBe(true);
  ahead.start();
  for (const key of ['d', 'u', 'x', 'Backspace', 'r', 'Shift']) expect(press(target, key)).toBe(false);
  expect(ahead.take()).toEqual({ text: 'dur', entered: false });
  expect(press(target, 'a')).toBe(true);
  expect(ahead.take()).toEqual({ text: '', entered: false });
});

it('remembers Enter, and that it was pressed for what came before', () => {
  const target = new EventTarget();
  const ahead = new TypedAhead(() => target);
  ahead.start();
  for (const key of ['d', 'u', 'Enter', 'x', 'Backspace', 'Enter']) expect(press(target, key)).toBe(false);
  expect(ahead.take()).toEqual({ text: 'du', entered: true });
  ahead.start();
  expect(ahead.take()).toEqual({ text: '', entered: false });
});

it('leaves shortcuts and the way out to others', () => {
  const target = new EventTarget();
  const ahead = new TypedAhead(() => target);
  ahead.start();
  expect(press(target, 'k', { ctrlKey: true })).toBe(true);
  expect(press(target, 'Escape')).toBe(true);
  expect(ahead.take()).toEqual({ text: '', entered: false });
});

it('gives the keys back when the dialog does not come', () => {
  jest.useFakeTimers();
  const target = new EventTarget();
  new TypedAhead(() => target).start();
  jest.advanceTimersByTime(6_000);
  expect(press(target, 'a')).toBe(true);
  jest.useRealTimers();
});
