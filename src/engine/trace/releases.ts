/** Why an object was destroyed: who of its owners let go, and when. */
import { EV_COUNT_DROP } from '../bytecode/event';
import type { Cause } from '../detect/finding';
import { eventsOf, type PastEvent } from '../detect/history';
import { listed } from '../detect/report';
import type { Thing } from '../detect/scene';
import type { Past } from './past';
import type { ObjectInterval } from './view';

/** Owners before the last one that are named. */
const MAX_OWNERS = 3;

/** Of an object that shared_ptrs kept alive, up to its end: those that let go for good, the last one last. Empty if it had no counted owners. */
export function releasesOf(past: Past, ended: PastEvent, block: Thing['whole'], object: string): Cause[] {
  const lives = past.lives.filter(
    (life) => block.from <= life.object && life.object < block.to && life.from <= ended.step,
  );
  const causes: Cause[] = [];
  // Backwards: a count that was exceeded again later let nobody go for good.
  let most = -1;
  for (let i = lives.length - 1; i > 0; i--) {
    const [before, now] = [lives[i - 1], lives[i]];
    const left = now.phase === 'gone' ? 0 : (now.strong ?? 0);
    if (before.strong === null || before.strong <= left || left <= most) continue;
    most = left;
    const dropped = eventsOf(past.scene.history, now.from).findLast(
      ({ kind, value, event }) =>
        kind === EV_COUNT_DROP && value === left && (now.from < ended.step || event < ended.event),
    );
    if (dropped !== undefined) causes.unshift(past.cause(dropped, lettingGo(lives, i, left, object)));
  }
  return causes.slice(-1 - MAX_OWNERS);
}

function lettingGo(lives: readonly ObjectInterval[], at: number, left: number, object: string): string {
  const { strong } = lives[at - 1];
  // What a reset lets go of has no name any more when the count falls: it had one when there were as many owners.
  const gone = new Set<string>();
  for (let i = at - 1; i >= 0 && lives[i].strong === strong; i--)
    for (const { name } of lives[i].owners) if (name !== '') gone.add(name);
  for (const { name } of lives[at].owners) gone.delete(name);
  const names = gone.size === (strong ?? 0) - left ? listed([...gone].map((name) => `\`${name}\``)) : '';
  if (left === 0)
    return names === ''
      ? `lets go of the last owner of ${object}: it is destroyed`
      : `lets go of ${names}, the last owner of ${object}: it is destroyed`;
  const rest = `${left} owner${left === 1 ? ' is' : 's are'} left`;
  return names === ''
    ? `lets go of an owner of ${object}: ${rest}`
    : `lets go of ${names}, an owner of ${object}: ${rest}`;
}
