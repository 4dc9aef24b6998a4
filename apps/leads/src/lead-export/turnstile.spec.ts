import { setTimeout as delay } from 'node:timers/promises';
import { Turnstile } from './turnstile';

it('lets two work at once, the others in their order, also after failures', async () => {
  const turnstile = new Turnstile(2);
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const work = (number: number) => async () => {
    order.push(number);
    most = Math.max(most, ++inside);
    await delay(1);
    inside -= 1;
    if (number % 3 === 0) throw new Error('failed');
    return number;
  };
  const numbers = Array.from({ length: 10 }, (_, index) => index);
  const outcomes = await Promise.allSettled(numbers.map((number) => turnstile.run(work(number))));
  expect(most).toBe(2);
  expect(order).toEqual(numbers);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  await expect(turnstile.run(work(1))).resolves.toBe(1);
});
