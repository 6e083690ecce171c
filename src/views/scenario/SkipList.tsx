/** Links to the regions of the page, for those who come by Tab. */
import css from './SkipList.module.css';

const regions = ['Story', 'Threads', 'Code', 'Objects', 'Locks', 'Interleavings', 'Report', 'Score'];

export function SkipList() {
  const skip = (region: string) => {
    const target = document.querySelector<HTMLElement>(`[aria-label="${region}"]`);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <nav className={css.skip} aria-label="Skip to">
      {regions.map((region) => (
        <button key={region} type="button" onClick={() => skip(region)}>
          {region}
        </button>
      ))}
    </nav>
  );
}
