/**
 * Faults in words: what stopped the program, and what led there, found by walking back through the run: who stored the null, who
 * freed the block and who had allocated it, who holds the lock. Nothing is kept while the program runs.
 */
import { EV_ALLOC, EV_DEATH, EV_FAULT, EV_FREE, topicOf } from '../bytecode/event';
import {
  FAULT_ASSERT,
  FAULT_BOUNDS,
  FAULT_DIVISION,
  FAULT_DOUBLE_FREE,
  FAULT_FREED,
  FAULT_KINDS,
  FAULT_LIVELOCK,
  FAULT_MUTEX,
  FAULT_NULL,
  FAULT_SCOPE,
  FAULT_TERMINATE,
  FAULT_UNINITIALIZED,
  limitOf,
  type RunLimit,
} from '../bytecode/fault';
import { FRAME_OF } from '../bytecode/program';
import { assertionFinding } from './assertion';
import type { Finding } from './finding';
import { covers, type History, isRead, isWrite, lastEvent, newestEvent, type PastEvent } from './history';
import { misuseFinding } from './misuse';
import { type NullOrigin, originOfNull, pointerBefore, readOfPointer } from './null-origin';
import { capital, type Draft, finding, inThread, lineAt, lostAt, one, type Part, quoted } from './report';
import { AFTER_STEP, type Scene, type Thing } from './scene';
import { terminateFinding } from './terminate';

/** The event that stopped the program, if one did. */
export function faultOf(history: History): PastEvent | undefined {
  const last = newestEvent(history);
  return last?.kind === EV_FAULT ? last : undefined;
}

export function faultFinding(scene: Scene, fault: PastEvent): Finding {
  if (fault.value === FAULT_ASSERT) return assertionFinding(scene, fault);
  if (fault.value === FAULT_MUTEX) return misuseFinding(scene, fault);
  if (fault.value === FAULT_TERMINATE) return terminateFinding(scene, fault);
  return finding(scene, {
    kind: FAULT_KINDS[fault.value] ?? 'limit',
    level: 'ERROR',
    ...drafts(scene, fault),
  });
}

type Words = Omit<Draft, 'kind' | 'level'>;

const LIMITS: Readonly<Record<RunLimit, string>> = {
  stack: 'needs more stack than a thread has here',
  heap: 'needs more heap than a thread has here',
  threads: 'starts more threads than a run can have here',
  step: 'takes a step that does not end',
  run: 'needs more steps than a run may take here',
};

function drafts(scene: Scene, fault: PastEvent): Words {
  switch (fault.value) {
    case FAULT_NULL:
      return nullDereference(scene, fault);
    case FAULT_FREED:
    case FAULT_DOUBLE_FREE:
      return afterFree(scene, fault);
    case FAULT_SCOPE:
      return afterScope(scene, fault);
    case FAULT_UNINITIALIZED:
      return uninitialized(scene, fault);
    case FAULT_BOUNDS:
      return simple(
        scene,
        fault,
        'out-of-bounds',
        'touches an element that its array or container does not have',
      );
    case FAULT_DIVISION:
      return simple(scene, fault, 'division-by-zero', 'divides an integer by zero');
    case FAULT_LIVELOCK:
      return alone(scene, fault);
    default:
      return simple(scene, fault, 'limit', LIMITS[limitOf(fault.value) ?? 'run']);
  }
}

/** 'kind in thread bucket_del, step 17' */
const titled = (scene: Scene, fault: PastEvent, verdict: string, object = ''): string =>
  `${verdict}${object === '' ? '' : ` on ${object}`} in ${inThread(scene.threadName(fault.thread))}, step ${fault.step}`;

function simple(scene: Scene, fault: PastEvent, verdict: string, does: string): Words {
  return {
    title: titled(scene, fault, verdict),
    verdict,
    sentence: `${scene.threadName(fault.thread)} ${does} in ${lineAt(scene, fault)}.`,
    parts: [{ role: verdict, site: fault }],
  };
}

function alone(scene: Scene, fault: PastEvent): Words {
  const verdict = 'livelock';
  const thread = scene.threadName(fault.thread);
  return {
    title: titled(scene, fault, verdict),
    verdict,
    sentence: `${thread} goes round in circles in ${lineAt(scene, fault)}: everything is as it was before, and no other thread is left to change that.`,
    parts: [{ role: 'Spins', site: fault, heading: `${capital(inThread(thread))} spins:` }],
  };
}

function nullDereference(scene: Scene, fault: PastEvent): Words {
  const verdict = 'null-dereference';
  const thread = scene.threadName(fault.thread);
  const parts: Part[] = [{ role: 'Null dereference', site: fault }];
  let sentence = `${thread} uses a null pointer in ${lineAt(scene, fault)}.`;
  const origin = originOfNull(scene, fault);
  if (origin !== undefined) {
    const { stored, read, gone } = origin;
    const name = quoted(scene.thingAt(read, read.address).name, 'a pointer');
    const who = (event: PastEvent): string =>
      event.thread === fault.thread ? 'it' : scene.threadName(event.thread);
    const at = (event: PastEvent): string => `in ${lineAt(scene, event)}, step ${event.step}`;
    if (gone === null) parts.push({ role: 'Null stored by', site: stored });
    else parts.push({ role: 'Last owner let go by', site: gone.dropped });
    const from =
      gone === null
        ? `${who(stored)} stored null in ${name} ${at(stored)}`
        : `weak_ptr::lock gave it ${at(gone.asked)}, for ${who(gone.dropped)} had let go of the last owner ${at(gone.dropped)}`;
    sentence = `${thread} uses a null pointer in ${lineAt(scene, fault)}: ${from}.`;
  }
  return {
    title: titled(scene, fault, verdict),
    verdict,
    sentence,
    parts,
    ...nulledBy(scene, fault, origin),
  };
}

/** The member that was null, and the object that it had led to. */
function nulledBy(
  scene: Scene,
  fault: PastEvent,
  origin: NullOrigin | undefined,
): Pick<Finding, 'lost' | 'nullMember'> {
  // Where the null was copied on the way, whichever is a member.
  const reads = [origin?.read, readOfPointer(scene, fault)].filter((read) => read !== undefined);
  const members = reads.map((read) => ({ read, place: scene.heapPlaceAt(read, read.address) }));
  const member = members.find(({ place }) => place !== null && place.path !== '');
  const read = member?.read ?? reads[0];
  const before = read && pointerBefore(scene.history, read)?.value;
  const { object, path } = member?.place ?? {};
  return {
    lost: lostAt(scene, fault, origin?.gone?.dropped.address ?? before ?? 0),
    nullMember: object === undefined || path === undefined ? null : { object, path },
  };
}

function afterFree(scene: Scene, fault: PastEvent): Words {
  const twice = fault.value === FAULT_DOUBLE_FREE;
  const verdict = twice ? 'double-free' : 'heap-use-after-free';
  const thread = scene.threadName(fault.thread);
  const thing = scene.thingAt(fault, fault.address);
  const parts: Part[] = [{ role: twice ? 'Second free' : 'Use after free', site: fault }];
  const freed = freeOf(scene.history, fault, thing);
  if (freed === undefined && !twice) return afterDeath(scene, fault, thing);
  if (freed !== undefined) parts.push({ role: 'Freed by', site: freed });
  parts.push(...allocation(scene, fault, thing));
  if (twice && freed === undefined) {
    const what = thing.object || thing.type;
    return {
      title: titled(scene, fault, 'attempting free on address which was not malloc()-ed', what),
      verdict: 'bad-free',
      sentence: `${thread} frees ${one(what)} in ${lineAt(scene, fault)} that is no block of its own: nobody got it from new or malloc.`,
      parts,
    };
  }
  const does = twice ? 'frees' : 'uses';
  const freer = freed?.thread === fault.thread ? 'it' : freed && scene.threadName(freed.thread);
  const before = freed
    ? ` ${freer} had freed it in ${lineAt(scene, freed)}, step ${freed.step}`
    : ' it was gone';
  return {
    title: titled(scene, fault, twice ? `attempting ${verdict}` : verdict, thing.object || thing.type),
    verdict,
    sentence: `${thread} ${does} ${one(thing.object || thing.type)} in ${lineAt(scene, fault)} that is no more:${before}.`,
    parts,
    notes: twice ? [] : [inside(fault, thing)],
    lost: lostAt(scene, fault, fault.address),
  };
}

const freeOf = (history: History, fault: PastEvent, { block }: Thing): PastEvent | undefined =>
  lastEvent(history, ({ kind, address }) => kind === EV_FREE && address === block, fault);

/** What ended the life of what stood at the fault's address: its block was freed, or it ended in a block that is still there. */
export const endOfLife = (history: History, fault: PastEvent, thing: Thing): PastEvent | undefined =>
  freeOf(history, fault, thing) ??
  lastEvent(history, (event) => event.kind === EV_DEATH && covers(event, fault.address), fault);

/** 'an Item'; of a coroutine's frame 'part of' it, for its variables end before it. */
export const lostPart = ({ object, type }: Thing): string =>
  `${type.startsWith(FRAME_OF) ? 'part of ' : ''}${one(object || type)}`;

/** Its life is over, and its storage is still there: of a variable of a coroutine, say, or of what make_shared made. */
function afterDeath(scene: Scene, fault: PastEvent, thing: Thing): Words {
  const verdict = 'heap-use-after-free';
  const end = endOfLife(scene.history, fault, thing);
  const thread = scene.threadName(fault.thread);
  const ender = end?.thread === fault.thread ? 'it' : end && scene.threadName(end.thread);
  const before = end
    ? `${ender} had ended its life in ${lineAt(scene, end)}, step ${end.step}`
    : 'it was gone';
  return {
    title: titled(scene, fault, verdict, thing.object || thing.type),
    verdict,
    sentence: `${thread} uses ${lostPart(thing)} in ${lineAt(scene, fault)} that is no more: ${before}.`,
    parts: [
      { role: 'Use after free', site: fault },
      ...(end === undefined ? [] : [{ role: 'Ended by', site: end }]),
      ...allocation(scene, fault, thing),
    ],
    notes: [inside(fault, thing)],
    lost: lostAt(scene, fault, fault.address),
  };
}

/** AddressSanitizer's line; a word stands for four bytes. */
const inside = ({ address }: PastEvent, { block, bytes }: Thing): string =>
  `The address is located ${(address - block) * 4} bytes inside of ${bytes}-byte region`;

function allocation(scene: Scene, fault: PastEvent, { block }: Thing): Part[] {
  const made = lastEvent(scene.history, (event) => event.kind === EV_ALLOC && event.address === block, fault);
  return block !== 0 && made !== undefined ? [{ role: 'Previously allocated by', site: made }] : [];
}

function afterScope(scene: Scene, fault: PastEvent): Words {
  const verdict = 'stack-use-after-scope';
  const thread = scene.threadName(fault.thread);
  const parts: Part[] = [{ role: 'Use after scope', site: fault }];
  // The variable has no name any more; it had one when this part of it was last used.
  const before = lastEvent(scene.history, (event) => isUse(event) && covers(event, fault.address), fault);
  if (before === undefined) {
    const sentence = `${thread} uses a variable in ${lineAt(scene, fault)} after the scope it was declared in has ended.`;
    return { title: titled(scene, fault, verdict, 'a variable'), verdict, sentence, parts };
  }
  const { name: part, whole } = scene.thingAt(before, fault.address);
  const end = scene.scopeEndOf(before, fault.address);
  const used = lastEvent(
    scene.history,
    (event) =>
      isUse(event) &&
      event.step <= (end?.step ?? fault.step) &&
      whole.from <= event.address &&
      event.address < whole.to,
    fault,
  );
  parts.push({ role: 'Last used by', site: used ?? before });
  const variable = quoted(whole.name, 'the variable');
  let ended = `after the scope of ${variable} has ended`;
  if (end !== null) {
    const leaver = scene.threadName(end.thread);
    const { step, thread: by, frames } = end;
    ended = `but the scope of ${variable} had ended: ${leaver} left it in line ${frames[0].line}, step ${step}`;
    const site = { ...before, thread: by, step, event: AFTER_STEP };
    parts.push({
      role: 'Scope ended by',
      site,
      frames: frames.map(({ function: name, line }) => ({ function: name, line })),
    });
  }
  const name = quoted(part, 'a variable');
  return {
    title: titled(scene, fault, verdict, name),
    verdict,
    sentence: `${thread} uses ${name} in ${lineAt(scene, fault)}${end === null ? ' ' : ', '}${ended}.`,
    parts,
  };
}

/** Whether an event touches memory to do something with it; its end is no use. */
const isUse = ({ kind }: PastEvent): boolean =>
  isRead({ kind }) || isWrite({ kind }) || topicOf(kind) === 'sync';

function uninitialized(scene: Scene, fault: PastEvent): Words {
  const thing = scene.thingAt(fault, fault.address);
  // A frame's own name says nothing of which of its variables it was.
  const isFrame = thing.name === thing.object && thing.type.startsWith(FRAME_OF);
  const name = isFrame ? lostPart(thing) : quoted(thing.name, 'memory');
  return {
    title: titled(scene, fault, 'uninitialized-read', name),
    verdict: 'uninitialized-read',
    sentence: `${scene.threadName(fault.thread)} reads ${name} in ${lineAt(scene, fault)} before anything was stored there.`,
    parts: [{ role: 'Uninitialized read', site: fault }, ...allocation(scene, fault, thing)],
  };
}
