import { dayAndMonth, french, measure } from './french-typography.workflow';

it.each([
  [french`Rappel envoyé`, 'Rappel envoyé'],
  [french`reste ${3} : ${'a'} ; ${'b'}`, 'reste 3\u202f: a\u202f; b'],
  [french`« ${'Peugeot'} » ? Oui !`, '«\u202fPeugeot\u202f»\u202f? Oui\u202f!'],
])('our words keep together what belongs together (%#)', (words, expected) => expect(words).toBe(expected));

it('what others wrote stays as it is', () =>
  expect(french`Perdu (${'trop cher : 9 000 !'})`).toBe('Perdu (trop cher : 9 000 !)'));

it('numbers stay with their units', () => expect(measure(11, 'h', '10')).toBe('11\u202fh\u202f10'));

it.each([
  ['1', '1er décembre'],
  ['2', '2 décembre'],
  ['11', '11 décembre'],
])('day %s is « %s »', (day, words) => expect(dayAndMonth(day, 'décembre')).toBe(words));
