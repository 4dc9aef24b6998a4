import type { BenchResult, Figure } from '../engine/bench.ts';
import type { Punctuality } from './punctuality.ts';
import type { Window } from './window.ts';

const none = { unit: '', aim: { at: 'most', value: 0 } } as const;

export function timersReport(run: {
  sleeping: number;
  perSecond: number;
  windows: readonly Window[];
  seen: Punctuality;
}): BenchResult {
  const { windows, seen } = run;
  const calm = seen.lateness[0]!;
  const afterKills: Figure[] = windows.flatMap(({ victim }, index) =>
    victim === undefined
      ? []
      : [
          {
            ...{ name: `lateness after kill -9 of ${victim}, the most`, value: seen.lateness[index]!.most },
            ...{ unit: 's', aim: { at: 'most', value: 30 } },
          },
        ],
  );
  return {
    figures: [
      { name: 'lateness, p50', value: calm.percentile(0.5), unit: 's' },
      { name: 'lateness, p99', value: calm.percentile(0.99), unit: 's', aim: { at: 'most', value: 1 } },
      { name: 'lateness, the most', value: calm.most, unit: 's' },
      ...afterKills,
      { name: 'e-mails too early', value: seen.early, ...none },
      { name: 'e-mails lost', value: seen.lost, ...none },
      { name: 'e-mails that came twice', value: seen.doubled, ...none },
    ],
    breakdowns: [
      {
        title: 'Lateness by window, in seconds',
        columns: ['window', 'seconds', 'e-mails', 'p50', 'p99', 'most'],
        rows: windows.map(({ victim, seconds }, index) => {
          const values = seen.lateness[index]!;
          return [
            ...[victim ? `kill -9 of ${victim}` : 'undisturbed', seconds, values.count],
            ...[values.percentile(0.5), values.percentile(0.99), values.most],
          ];
        }),
      },
    ],
    notes: [
      `${run.sleeping} leads asleep at the beginning, ${run.perSecond} due each second, ${seen.mails} e-mails.`,
      'Lateness is from the instant a reminder is due to the last byte of the e-mail at the mail server.',
    ],
  };
}
