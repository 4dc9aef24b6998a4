/**
 * One idempotency key for one intent: the same text tried again after a failure has the key of before, so that a remark
 * or a lead whose answer was lost is not made twice; another text is another intent.
 */
export function keyedIntent(): (text: string) => string {
  let last: { text: string; key: string } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, key: crypto.randomUUID() };
    return last.key;
  };
}
