/**
 * A data race in words: both sides with their stacks and locks, then what they touched. Where one side ends a life that is no race but
 * a use after free of another order, predicted from this one.
 */
import type { Finding } from './finding';
import type { Race, RaceSide } from './races';
import { capital, finding, inThread, lineAt, lostAt, one, type Part, quoted } from './report';
import { AFTER_STEP, type Scene, type Thing } from './scene';

export function raceFinding(scene: Scene, { address, now, before, why = '' }: Race): Finding {
  const thing = scene.thingAt(now, address);
  const name = quoted(thing.name, one(thing.object || thing.type || 'word'));
  const [later, earlier] = [now, before].map((side) => scene.threadName(side.thread));
  const place = (side: RaceSide): string => lineAt(scene, side);
  return finding(scene, {
    kind: 'data-race',
    level: 'WARNING',
    title: `data race on ${name}`,
    verdict: 'data race',
    sentence:
      `${later} ${verb(now)} ${name} in ${place(now)} and ${earlier} ${verb(before)} it in ${place(before)}: ` +
      (why || 'no lock, join or atomic orders the two, so either may come first.') +
      (thing.vptr ? VPTR : ''),
    parts: [part(scene, now, false), part(scene, before, true)],
    notes: thing.storage === 'none' ? [] : [location(thing)],
  });
}

const VPTR =
  ' It says which virtual functions the object has: each constructor and destructor on the way makes it that of its own class, and a virtual call reads it.';

/** In this run the access came in time, or the life ended before anything could refuse it. */
export function earlyEndFinding(scene: Scene, { address, now, before, why }: Race): Finding {
  const [use, end] = now.ends ? [before, now] : [now, before];
  const thing = scene.thingAt(use, address);
  const name = one(thing.object || thing.type || 'word');
  const { kind, verdict } = use.ends ? DOUBLE_FREE : thing.storage === 'stack' ? AFTER_SCOPE : AFTER_FREE;
  const [user, ender] = [use, end].map((side) => scene.threadName(side.thread));
  return finding(scene, {
    kind,
    level: 'WARNING',
    reached: false,
    step: now.step,
    title: `${verdict} on ${name} in another order`,
    verdict: `${verdict} in another order`,
    sentence:
      `${user} ${verb(use)} ${name} in ${lineAt(scene, use)} and ${ender} ends its life in ${lineAt(scene, end)}: ` +
      (why
        ? `${why} In another run it may be gone before.`
        : 'no lock, join or atomic orders the two, so in another run it may be gone before.'),
    parts: [part(scene, use, use === before), part(scene, end, end === before)],
    notes: thing.storage === 'none' ? [] : [location(thing)],
    lost: lostAt(scene, { ...now, event: AFTER_STEP }, address),
  });
}

const AFTER_FREE = { kind: 'use-after-free', verdict: 'heap-use-after-free' } as const;
const AFTER_SCOPE = { kind: 'stack-use-after-scope', verdict: 'stack-use-after-scope' } as const;
const DOUBLE_FREE = { kind: 'double-free', verdict: 'double-free' } as const;

const part = (scene: Scene, side: RaceSide, previous: boolean): Part => ({
  role: previous ? `Previous ${noun(side)} by` : `${capital(noun(side))} by`,
  site: side,
  heading: heading(scene, side, previous),
});

const noun = ({ writes, atomic, ends }: RaceSide): string => {
  if (ends) return 'free';
  return `${atomic ? 'atomic ' : ''}${writes ? 'write' : 'read'}`;
};
const verb = ({ writes, atomic, ends }: RaceSide): string => {
  if (ends) return 'ends the life of';
  return atomic ? 'uses' : writes ? 'writes' : 'reads';
};

function heading(scene: Scene, side: RaceSide, previous: boolean): string {
  const what = previous ? `Previous ${noun(side)}` : capital(noun(side));
  const held = scene.holdsAt(side);
  const mutexes = held.length > 0 ? ` (mutexes: ${held.join(', ')})` : '';
  return `${what} by ${inThread(scene.threadName(side.thread))}${mutexes}, step ${side.step}:`;
}

/** ThreadSanitizer's line about the memory. */
function location({ name, storage, type, bytes }: Thing): string {
  if (storage === 'heap') return `Location is heap block of size ${bytes} (${type})`;
  const what = storage === 'global' ? 'global' : 'stack variable';
  return `Location is ${what} '${name}' of size ${bytes}`;
}
