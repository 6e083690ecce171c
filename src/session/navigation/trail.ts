/** The way back: where one stood before each jump. A step is no jump: to take it back is a step, too. */
import type { Schedule } from '../../engine';
import { telling } from '../model/selectors';
import type { SessionState } from '../model/state';
import { agree } from '../model/storyline';
import { firstLine } from '../run/opening';
import { seekTo } from '../run/requests';
import type { Runs } from '../run/runs';
import type { Navigator } from './navigation';

const LONGEST = 100;

interface Place {
  readonly collection: string;
  readonly slug: string;
  readonly schedule: Schedule;
  readonly at: number;
  readonly name: string;
}

/** Null while the page is on its way somewhere. */
function placeOf({ route, phase, pending, schedule, at, branch, branches }: SessionState): Place | null {
  if (route.page !== 'document' || route.slug === null || phase !== 'ready' || pending) return null;
  const name = branches.find(({ id }) => id === branch)?.name ?? firstLine.name;
  return { collection: route.collection, slug: route.slug, schedule, at, name };
}

const sameLine = (one: Place, other: Place): boolean =>
  one.collection === other.collection && one.slug === other.slug && agree(one.schedule, other.schedule);

const isStep = (from: Place, to: Place): boolean => sameLine(from, to) && Math.abs(to.at - from.at) <= 1;

export function createTrail({ store, queue, player }: Runs, { show }: Navigator) {
  const left: Place[] = [];
  let here: Place | null = null;
  /** Where a way back leads: to arrive there is no jump. */
  let back: Place | null = null;
  store.subscribe((state) => {
    const now = placeOf(state);
    if (now === null || (here !== null && isSame(here, now))) return;
    const isBack = back !== null && isSame(back, now);
    if (here !== null && !isBack && !isStep(here, now) && !state.playing) left.push(here);
    if (left.length > LONGEST) left.shift();
    here = now;
    back = null;
  });
  return {
    /** Back to where one stood before the last jump. */
    goBack(): void {
      const state = store.getState();
      const now = placeOf(state);
      let place = left.pop();
      // Steps may have led there meanwhile.
      while (place !== undefined && now !== null && isSame(now, place)) place = left.pop();
      if (place === undefined) {
        const text = 'There is no jump to take back. Single steps go back with ←.';
        store.setState({ notice: { level: 'info', text, action: null } });
        return;
      }
      back = place;
      player.stop();
      const { collection, slug, schedule, at, name } = place;
      const reaches = now !== null && sameLine(now, place) && at <= now.schedule.choices.length;
      if (reaches) void queue.ask('seek', seekTo(at));
      else void show({ collection, slug }, { ...firstLine, schedule, at, name }, telling(state, slug));
    },
  };
}

const isSame = (one: Place, other: Place): boolean => one.at === other.at && sameLine(one, other);
