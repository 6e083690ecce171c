/** Persisted against readable: the gap between the two is the bug. */
import css from './Files.module.css';
import type { FilesHistory } from './history';
import { gapText } from './words';

export function Meter({ history }: { readonly history: FilesHistory }) {
  const { persisted, readable, missing, revived, lostTimes } = history;
  const full = Math.max(persisted, readable, ...revived, 1);
  const share = (seqno: number): string => `${(100 * Math.max(0, seqno)) / full}%`;
  const gap = gapText(history);
  return (
    <dl className={css.meter}>
      <dt>persisted</dt>
      <dd>
        <span className={css.track} aria-hidden="true">
          <i className={css.persisted} style={{ width: share(persisted) }} />
        </span>
        <b>{persisted}</b>
        <span>acknowledged up to here</span>
      </dd>
      <dt>readable</dt>
      <dd>
        <span className={css.track} aria-hidden="true">
          <i className={lostTimes.length > 0 ? css.gap : css.readable} style={{ width: share(readable) }} />
          {missing.length > 0 && <i className={css.gap} style={{ width: share(persisted - readable) }} />}
        </span>
        <b className={gap === '' ? undefined : css.failed}>{readable}</b>
        <span className={gap === '' ? undefined : css.failed}>
          {gap === '' ? 'all of it can be read' : gap}
        </span>
      </dd>
    </dl>
  );
}
