import { useCallback, type ReactElement } from 'react';
import { formatAge, formatDateTime } from '../i18n/format';
import { useTicking } from '../time-left/ticker';
import { useRowContext } from './row-context';

/** How long ago a lead came in, kept true; the instant itself on demand, in the zone of its point of sale. */
export function Age({ at, timeZone }: { at: string; timeZone: string | undefined }): ReactElement {
  const { language } = useRowContext();
  const atMs = Date.parse(at);
  const describe = useCallback((nowMs: number) => formatAge(atMs, nowMs, language), [atMs, language]);
  return (
    <time dateTime={at} title={formatDateTime(atMs, language, timeZone)}>
      {useTicking(describe)}
    </time>
  );
}
