import { confirmDiscard, openQuestion } from './confirm-discard';

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

describe('asking before what was typed is lost', () => {
  it('opens in its own turn, so that the key that asks does not answer', async () => {
    const answer = confirmDiscard();
    expect(openQuestion.get()).toBeNull();
    await nextTurn();
    expect(openQuestion.get()).not.toBeNull();
    openQuestion.answer(true);
    expect(await answer).toBe(true);
    expect(openQuestion.get()).toBeNull();
    await nextTurn();
  });

  it('is one question at a time, and the key that answers asks no other', async () => {
    const answer = confirmDiscard();
    await nextTurn();
    expect(await confirmDiscard()).toBe(false);
    openQuestion.answer(false);
    expect(await Promise.all([answer, confirmDiscard()])).toEqual([false, false]);
    await nextTurn();
    expect(openQuestion.get()).toBeNull();
  });
});
