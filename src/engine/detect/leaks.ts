/**
 * What is left on the heap when a program has ended, by main or by exit: blocks that no global and no thread leads to any more
 * (LeakSanitizer's rule), and the circle of shared_ptr that keeps them, if there is one. Threads that nobody joined or detached are left over too.
 */
import { EV_ALLOC, EV_DETACH, EV_JOIN, EV_SPAWN } from '../bytecode/event';
import { shapeOf } from '../inspect/members';
import { globalRoots, isObject, objectOf, walk } from '../inspect/place';
import { fieldWord, libraryOf } from '../inspect/reader';
import { type Block, blockOf, blocks, looksForLeaks, type Machine } from '../machine';
import { hasLiveBlocks, stacksLeftBehind } from '../machine/local';
import { wordAt } from '../machine/words';
import type { Finding } from './finding';
import { backwards, type History, lastEvent, type PastEvent } from './history';
import { capital, finding, inThread, lineAt, listed, one, type Part } from './report';
import { AFTER_STEP, type Scene } from './scene';

/** An owner that keeps another object alive: the member of an object, and what it owns. */
interface Owner {
  readonly object: number;
  readonly path: readonly string[];
  readonly owns: number;
}
type Storage = Pick<Block, 'address' | 'words'>;

export interface Leak {
  readonly step: number;
  /** Objects first, then what the library allocated for them. */
  readonly blocks: readonly Block[];
  /** shared_ptr members in a ring, each owning the object of the next; empty if there is none. */
  readonly ring: readonly Owner[];
}

/** What a finished run left behind; null if nothing. */
export function leakOf(machine: Machine, step: number): Leak | null {
  if (!hasLiveBlocks(machine) || !looksForLeaks(machine)) return null;
  const reached = reachedFrom(machine, [...globalRoots(machine), ...stacksLeftBehind(machine)]);
  const left = blocks(machine).filter((block) => !block.freed && !reached.has(block.address));
  if (left.length === 0) return null;
  const objects = left.filter((block) => isObject(machine, block));
  const others = left.filter((block) => !objects.includes(block));
  return { step, blocks: [...objects, ...others], ring: ringOf(machine, objects) };
}

/** All blocks that some word of the roots leads to, as LeakSanitizer does: whatever looks like a pointer is one. */
function reachedFrom(machine: Machine, roots: readonly Storage[]): Set<number> {
  const reached = new Set<number>();
  const open = [...roots];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (let at = next.address; at < next.address + next.words; at++) {
      const block = blockOf(machine, wordAt(machine, at) ?? 0);
      if (block === null || block.freed || reached.has(block.address)) continue;
      reached.add(block.address);
      open.push(block);
    }
  }
  return reached;
}

function ringOf(machine: Machine, objects: readonly Block[]): readonly Owner[] {
  const owners = objects.flatMap((block) => ownersIn(machine, block));
  const follow = (path: readonly Owner[]): readonly Owner[] => {
    const last = path[path.length - 1];
    const again = path.findIndex((owner) => owner.object === last.owns);
    if (again >= 0) return path.slice(again);
    for (const next of owners) {
      const found = next.object === last.owns && !path.includes(next) ? follow([...path, next]) : [];
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const owner of owners) {
    const ring = follow([owner]);
    if (ring.length > 0) return ring;
  }
  return [];
}

/** The shared_ptr members of an object that own something. */
function ownersIn(machine: Machine, block: Block): Owner[] {
  const root = objectOf(machine, block);
  const found: Owner[] = [];
  walk(machine, root, (type, address, path) => {
    if (shapeOf(machine, type) !== 'shared' || libraryOf(machine.program, type) === 'weak_ptr') return;
    const owns = fieldWord(machine, type, address, 'ptr_');
    if (owns) found.push({ object: root.address, path, owns });
  });
  return found;
}

/** Stacks of a leak report are the first few: a loop leaks many of a kind. */
const MAX_PARTS = 4;

export function leakFinding(scene: Scene, { step, blocks: left, ring }: Leak): Finding {
  const made = left
    .map((block) =>
      lastEvent(scene.history, ({ kind, address }) => kind === EV_ALLOC && address === block.address),
    )
    .filter((event) => event !== undefined);
  const things = made.map((event) => scene.thingAt(event, event.address));
  const bytes = things.reduce((sum, thing) => sum + thing.bytes, 0);
  const parts = made.slice(0, MAX_PARTS).map((event, i): Part => {
    const { type, bytes: size } = things[i];
    const where = `allocated by ${inThread(scene.threadName(event.thread))}, step ${event.step}:`;
    const heading = `${i === 0 ? 'Direct' : 'Indirect'} leak of ${size} byte(s) in 1 object(s) (${type}) ${where}`;
    return { role: 'Allocated by', site: event, heading };
  });
  const [first] = made;
  const atEnd = { ...first, step, event: AFTER_STEP };
  const objectName = (address: number): string => scene.thingAt(atEnd, address).object || 'an object';
  const round = ring.map(({ object, path }) => `\`${[objectName(object), ...path].join('.')}\``);
  const kept =
    round.length > 0
      ? `${listed(round)} own each other in a circle of shared_ptr, so their counts never become 0`
      : 'nothing is left that points there';
  const what =
    left.length === 1
      ? `${one(things[0].type)} from ${lineAt(scene, first)} is`
      : `${left.length} blocks, the first ${one(things[0].type)} from ${lineAt(scene, first)}, are`;
  return finding(scene, {
    kind: 'memory-leak',
    level: 'ERROR',
    title: 'detected memory leaks',
    verdict: `${bytes} byte(s) leaked in ${left.length} allocation(s),`,
    sentence: `${capital(what)} never freed: ${kept}.`,
    parts,
    step,
    notes: ring.length > 0 ? [`Owners in a circle: ${[...round, round[0]].join(' -> ')}`] : [],
  });
}

/** The threads that were started and at the end neither joined nor detached. */
export function unjoined(history: History): PastEvent[] {
  const settled = new Set<number>();
  const found: PastEvent[] = [];
  for (const event of backwards(history)) {
    if (event.kind === EV_JOIN || event.kind === EV_DETACH) settled.add(event.address);
    if (event.kind === EV_SPAWN && !settled.has(event.address)) found.unshift(event);
  }
  return found;
}

export function threadLeakFinding(scene: Scene, started: PastEvent, step: number): Finding {
  const name = scene.threadName(started.address);
  const creator = scene.threadName(started.thread);
  return finding(scene, {
    kind: 'thread-leak',
    level: 'WARNING',
    title: `thread leak: ${name}`,
    verdict: 'thread leak',
    sentence: `${name}, which ${creator} started in ${lineAt(scene, started)}, was never joined or detached.`,
    parts: [
      {
        role: 'Thread started by',
        site: started,
        heading: `${capital(inThread(name))} created by ${inThread(creator)}, step ${started.step}:`,
      },
    ],
    step,
  });
}
