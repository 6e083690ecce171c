/** A scenario that is being fetched, or could not be: its page with what is known already, so that nothing jumps when the rest comes. */
import type { Summary } from '../../session';
import { Status, StatusBar } from '../Notices';
import css from './Scenario.module.css';
import { BarWhileLoading } from './TopBar';

export function Loading({ summary }: { readonly summary: Summary }) {
  return (
    <div className={css.page}>
      <BarWhileLoading summary={summary} />
      <StatusBar />
      <main />
      <Status />
    </div>
  );
}
