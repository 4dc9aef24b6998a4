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
  expect(ahead.take()).toBe('dur');
  expect(press(target, 'a')).toBe(true);
  expect(ahead.take()).toBe('');
});

it('leaves shortcuts and the way out to others', () => {
  const target = new EventTarget();
  const ahead = new TypedAhead(() => target);
  ahead.start();
  expect(press(target, 'k', { ctrlKey: true })).toBe(true);
  expect(press(target, 'Escape')).toBe(true);
  expect(ahead.take()).toBe('');
});

it('gives the keys back when the dialog does not come', () => {
  jest.useFakeTimers();
  const target = new EventTarget();
  new TypedAhead(() => target).start();
  jest.advanceTimersByTime(6_000);
  expect(press(target, 'a')).toBe(true);
  jest.useRealTimers();
});
