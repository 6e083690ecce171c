/** A data race in words: both sides with their stacks and locks, then what they touched. */
import type { Finding } from './finding';
import type { Race, RaceSide } from './races';
import { capital, finding, inThread, lineAt, one, type Part, quoted } from './report';
import type { Scene, Thing } from './scene';

export function raceFinding(scene: Scene, { address, now, before }: Race): Finding {
  // Storage that one side ended has its name only before that.
  const thing = scene.thingAt(now.ends ? before : now, address);
  const whole = one(thing.object || thing.type || 'word');
  const name = now.ends || before.ends ? whole : quoted(thing.name, whole);
  const part = (side: RaceSide, previous: boolean): Part => ({
    role: previous ? `Previous ${noun(side)} by` : `${capital(noun(side))} by`,
    site: side,
    heading: heading(scene, side, previous),
  });
  const [later, earlier] = [now, before].map((side) => scene.threadName(side.thread));
  const place = (side: RaceSide): string => lineAt(scene, side);
  return finding(scene, {
    kind: 'data-race',
    level: 'WARNING',
    title: `data race on ${name}`,
    verdict: 'data race',
    sentence:
      `${later} ${verb(now)} ${name} in ${place(now)} and ${earlier} ${verb(before)} it in ${place(before)}: ` +
      'no lock, join or atomic orders the two, so either may come first.',
    parts: [part(now, false), part(before, true)],
    notes: thing.storage === 'none' ? [] : [location(thing)],
  });
}

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
