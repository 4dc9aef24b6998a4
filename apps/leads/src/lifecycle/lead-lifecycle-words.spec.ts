import { leadRecord } from '../testing/lead-record';
import { duration, reminderName, waitingFor } from './lead-lifecycle-words.workflow';
import { followStateOf } from './lead-record';

const state = followStateOf(leadRecord(), 'Relance Lyon Est');
const at = Date.parse('2026-11-20T10:03:20Z');

it.each([
  [0, '0 s'],
  [999, '1 s'],
  [59_000, '59 s'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [3_600_000, '1 h 00 min'],
  [7_500_000, '2 h 05 min'],
  [90_000_000, '25 h 00 min'],
])('%i ms are « %s », on one line', (ms, words) =>
  expect(duration(ms)).toBe(words.replaceAll(' ', '\u202f')),
);

it('« rappel 1/2 »', () => expect(reminderName(state, 1)).toBe('rappel 1/2'));

describe('what a workflow waits for', () => {
  it.each([
    [
      'a reminder',
      state,
      { kind: 'reminder', number: 1, at },
      'Attend le rappel 1/2, le 2026-11-20 à 10:03:20 UTC (échéance le 2026-11-20 à 10:10:00 UTC).',
    ],
    [
      'the deadline',
      state,
      { kind: 'overdue', at },
      'Attend l’échéance, le 2026-11-20 à 10:03:20 UTC : le lead sera alors en souffrance.',
    ],
    [
      'somebody, once overdue',
      state,
      { kind: 'none' },
      'En souffrance depuis le 2026-11-20 à 10:10:00 UTC : attend qu’un vendeur s’en occupe.',
    ],
    [
      'a cancellation',
      { ...state, pauseReasons: ['APPOINTMENT'], remainingMs: 400_000 },
      { kind: 'none' },
      'Minuteur en pause (rendez-vous pris) : reste 6 min 40 s. Attend l’annulation du rendez-vous, une réouverture une fois qu’il est passé, ou une clôture.',
    ],
    [
      'a reopening',
      { ...state, pauseReasons: ['HANDLED', 'APPOINTMENT'], remainingMs: 360_000 },
      { kind: 'none' },
      'Minuteur en pause (contact déclaré, rendez-vous pris) : reste 6 min. Attend une réouverture ou une clôture.',
    ],
    ['nothing, won', { ...state, status: 'WON' }, { kind: 'none' }, 'Lead gagné : plus rien à attendre.'],
    ['nothing, lost', { ...state, status: 'LOST' }, { kind: 'none' }, 'Lead perdu : plus rien à attendre.'],
  ] as const)('%s', (_what, follow, step, words) => {
    const said = waitingFor(follow as unknown as typeof state, step);
    expect(said.replaceAll('\u202f', ' ')).toBe(words);
    expect(said).not.toContain(' : ');
  });
});
