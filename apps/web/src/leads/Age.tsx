import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAge, formatDateTime } from '../i18n/format';
import { useTicking } from '../time-left/ticker';

/** How long ago a lead came in, kept true; the instant itself on demand, in the zone of its point of sale. */
export function Age({ at, timeZone }: { at: string; timeZone: string | undefined }): ReactElement {
  const { i18n } = useTranslation();
  const atMs = Date.parse(at);
  const describe = useCallback(
    (nowMs: number) => formatAge(atMs, nowMs, i18n.language),
    [atMs, i18n.language],
  );
  return (
    <time dateTime={at} title={formatDateTime(atMs, i18n.language, timeZone)}>
      {useTicking(describe)}
    </time>
  );
}
