/** Links to the regions of the page, for those who come by Tab. */
import { isOwn } from '../../session';
import { useSession } from '../useSession';
import css from './SkipList.module.css';

const regions = ['Story', 'Threads', 'Code', 'Objects', 'Locks', 'Interleavings', 'Report', 'Score'];

const ownRegions = regions.map((region) => (region === 'Story' ? 'Verdict' : region));

export function SkipList() {
  const own = useSession(isOwn);
  const skip = (region: string) => {
    const target = document.querySelector<HTMLElement>(`[aria-label="${region}"]`);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <nav className={css.skip} aria-label="Skip to">
      {(own ? ownRegions : regions).map((region) => (
        <button key={region} type="button" onClick={() => skip(region)}>
          {region}
        </button>
      ))}
    </nav>
  );
}
