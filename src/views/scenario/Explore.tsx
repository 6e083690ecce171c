/** Everything there is to see of a scenario at once: the story above, threads, code and state side by side, and the line of steps below. */
import { isBehindText, type Scenario } from '../../session';
import { Status, StatusBar } from '../Notices';
import type { Room } from '../parts/useMedia';
import { Story } from '../story/Story';
import { useSession } from '../useSession';
import { layouts } from './layouts';
import css from './Scenario.module.css';
import { SkipList } from './SkipList';
import { TopBar } from './TopBar';

export function Explore({
  scenario,
  room,
}: {
  readonly scenario: Scenario;
  readonly room: Exclude<Room, 'phone'>;
}) {
  const behind = useSession(isBehindText);
  const Layout = layouts[room];
  return (
    <div className={css.page} data-behind={behind || undefined}>
      <SkipList />
      <TopBar scenario={scenario} room={room} />
      <StatusBar />
      <Story />
      <main className={css.main}>
        <Layout />
      </main>
      <Status />
    </div>
  );
}
