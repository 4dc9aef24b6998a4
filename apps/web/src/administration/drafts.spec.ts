import { ApiProblem } from '../api/problem';
import { differencesOf, fieldErrors, ifMatch, looksLikeEmail, looksLikeWebAddress } from './drafts';

describe('forms of the administration', () => {
  it('show what two versions say differently', () => {
    const theirs: [string, string][] = [
      ['Nom', 'Garage du Port'],
      ['Pays', 'FR'],
    ];
    const mine: [string, string][] = [
      ['Nom', 'Garage du Vieux-Port'],
      ['Pays', 'FR'],
    ];
    expect(differencesOf(theirs, mine)).toEqual([
      { label: 'Nom', theirs: 'Garage du Port', mine: 'Garage du Vieux-Port' },
    ]);
  });

  it('show a refusal beside its field', () => {
    const problem = new ApiProblem({
      status: 400,
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'pointsOfSale.0.leadTypes', message: 'must be …' }],
    });
    expect(fieldErrors(problem, 'Refusé')).toEqual({ pointsOfSale: 'Refusé' });
    expect(fieldErrors(new ApiProblem({ status: 503, code: 'UNAVAILABLE' }), 'Refusé')).toEqual({});
  });

  it('say which version they edit', () => {
    expect(ifMatch({ version: 3 })).toEqual({ 'If-Match': '"3"' });
  });

  it.each([
    ['zoe@garage.example', true],
    ['zoe@garage', false],
    ['zoe garage@x.fr', false],
  ])('take %s for an address: %s', (text, good) => {
    expect(looksLikeEmail(text)).toBe(good);
  });

  it.each([
    ['https://garage.example/merci', true],
    ['garage.example', false],
    ['javascript:alert(1)', false],
  ])('take %s for an address of a website: %s', (text, good) => {
    expect(looksLikeWebAddress(text)).toBe(good);
  });
});
