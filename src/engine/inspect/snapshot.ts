/** A Memory decoded for people: named, frozen, and complete; what it says stands in view.ts. */
import { stackEffect } from '../bytecode/decode';
import type { Address, StepIndex, ThreadId, TypeId } from '../bytecode/program';
import { RUN_FAULT, RUN_THREADS, recordOf, T_SP } from '../machine/layout';
import type { Machine } from '../machine/memory';
import { blockedOn, nextPc, pickCount, runStatus, threadState } from '../machine/query';
import { type Frame, userFrames } from '../machine/stack';
import { hasBit } from '../machine/sync';
import { wordAt } from '../machine/words';
import { membersOf, shapeOf } from './members';
import { Names } from './names';
import { nextOperation } from './operation';
import { controls, countsAt, lockState } from './owners';
import { allRoots, globalRoots, heapRoots, liveLocals, type Root, walk } from './place';
import { classOf, fateOf, pointee } from './reader';
import { lineAt, spanAt } from './source';
import { fieldView, type Scope } from './values';
import type {
  AtomicView,
  FieldView,
  FrameView,
  HeldLock,
  LockView,
  ObjectView,
  OperationView,
  PickView,
  RootView,
  Snapshot,
  ThreadView,
} from './view';

/** What a weaker memory model knows beside the machine. */
export interface MemoryView {
  readonly atomics: readonly AtomicView[];
  /** By thread; null for one that is not about to access an atomic. */
  readonly picks: readonly (readonly PickView[] | null)[];
}

/** All of a machine between two steps. Give every snapshot of a run the same `names`, and things keep theirs. */
export function snapshot(
  machine: Machine,
  step: StepIndex,
  names: Names = new Names(machine.program),
  memory: MemoryView | null = null,
): Snapshot {
  const scope: Scope = { machine, names: names.observe(machine) };
  const found = locksOf(scope);
  const threads = Array.from({ length: machine.words[RUN_THREADS] }, (_, id) => {
    const view = threadView(scope, id, found);
    return { ...view, picks: memory?.picks[id] ?? picksOf(scope, id, view.next) };
  });
  const locks = found.map((lock) => ({
    ...lock,
    waiters: threads.filter(({ waitsLock }) => waitsLock === lock.id).map(({ id }) => id),
  }));
  return freeze({
    step,
    status: runStatus(machine),
    threads,
    locks,
    roots: [...globalsOf(scope), ...variablesOf(scope)],
    objects: objectsOf(scope),
    atomics: memory?.atomics ?? [],
  });
}

/** Which of its values an input takes; which of the waiters a notify_one wakes. */
function picksOf({ machine, names }: Scope, thread: number, next: OperationView | null): PickView[] {
  if (pickCount(machine, thread) < 2) return [];
  if (next?.options !== undefined)
    return next.options.map((value, pick) => ({ pick, label: `Take ${value}`, text: `take ${value}` }));
  const { words, program } = machine;
  const pc = nextPc(machine, thread);
  const condition = words[words[recordOf(thread) + T_SP] - stackEffect(program, pc).pops];
  return Array.from({ length: words[RUN_THREADS] }, (_, waiter) => waiter)
    .filter((waiter) => hasBit(words, condition, waiter))
    .map((waiter, pick) => {
      const name = names.thread(waiter);
      return { pick, label: `Wake ${name}`, text: `wake ${name}` };
    });
}

function threadView(scope: Scope, thread: number, locks: readonly LockView[]): Omit<ThreadView, 'picks'> {
  const { machine, names } = scope;
  const id = thread as ThreadId;
  const state = threadState(machine, thread);
  const wait = machine.words[RUN_FAULT] === 0 ? blockedOn(machine, thread) : null;
  const holds = locks.flatMap((lock): HeldLock[] => {
    if (lock.holder === id) return [{ lock: lock.id, name: lock.name, mode: 'exclusive' }];
    return lock.readers.includes(id) ? [{ lock: lock.id, name: lock.name, mode: 'shared' }] : [];
  });
  const wanted = wait?.kind === 'lock' ? locks.find((lock) => lock.id === wait.target) : undefined;
  const holder = wanted?.holder ?? wanted?.readers[0] ?? null;
  return {
    id,
    name: names.thread(thread),
    letter: names.letter(thread),
    state,
    frames: userFrames(machine, thread).map((frame) => frameView(scope, frame)),
    next: state === 'crashed' ? null : nextOperation(machine, thread, names),
    holds,
    reason: reasonOf(scope, thread, holder),
    waitsFor: wait?.kind === 'join' ? (wait.target as ThreadId) : holder,
    waitsLock: wait?.kind === 'lock' ? (wait.target as Address) : null,
    waitsCondition:
      wait?.kind === 'condition'
        ? { id: wait.target as Address, name: names.at(machine, wait.target) || 'a condition variable' }
        : null,
  };
}

function reasonOf({ machine, names }: Scope, thread: number, holder: ThreadId | null): string {
  const state = threadState(machine, thread);
  if (state === 'finished' || state === 'crashed') return '';
  if (machine.words[RUN_FAULT] !== 0) return 'the program has stopped';
  const wait = blockedOn(machine, thread);
  if (wait === null) return '';
  switch (wait.kind) {
    case 'join':
      return `waiting for ${names.thread(wait.target)} to finish`;
    case 'condition':
      return `waiting for a notify on ${names.at(machine, wait.target)}`;
    case 'lock': {
      const by = holder === null ? '' : `, held by ${names.thread(holder)}`;
      return `waiting for ${names.lock(wait.target) || 'a lock'}${by}`;
    }
  }
}

function frameView(scope: Scope, frame: Frame): FrameView {
  const { machine } = scope;
  const { program } = machine;
  const span = spanAt(program, frame.pc);
  return {
    function: program.functions[frame.function].name,
    span,
    line: lineAt(program, span),
    locals: liveLocals(machine, frame)
      .filter((local) => local.role !== 'temporary')
      .flatMap((local) => {
        const address = frame.fp + local.offset;
        return (
          (local.role === 'this' ? captures(scope, local.type, address) : null) ??
          fieldView(scope, local.name, local.type, address)
        );
      }),
  };
}

/** Of the `this` of a lambda: what it captured, which is what the user sees there. */
function captures(scope: Scope, type: TypeId, address: number): FieldView[] | null {
  const { machine } = scope;
  const closure = pointee(machine.program, type);
  const at = wordAt(machine, address);
  if (closure === null || at === null || classOf(machine.program, closure)?.lambda !== true) return null;
  return membersOf(machine, closure, at).map((member) =>
    fieldView(scope, member.label, member.type, member.address),
  );
}

/** Locks in order of address; where storage was used again, the one that lives there now. */
function locksOf({ machine, names }: Scope): LockView[] {
  const found = new Map<number, LockView>();
  for (const root of allRoots(machine)) {
    walk(machine, root, (type, address) => {
      if (shapeOf(machine, type) !== 'lock') return;
      const state = lockState(machine, type, address);
      const gone = root.block?.freed ? { ...state, state: 'destroyed' as const } : state;
      found.set(address, { id: address as Address, name: names.lock(address), waiters: [], ...gone });
    });
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

const globalsOf = (scope: Scope): RootView[] =>
  globalRoots(scope.machine).map(({ name, type, address }) => ({
    thread: null,
    frame: '',
    field: fieldView(scope, name, type, address),
  }));

/** Variables of user frames, and what lambdas captured, that own or point to an object; `this` is one of them. */
function variablesOf(scope: Scope): RootView[] {
  const { machine } = scope;
  const found: RootView[] = [];
  for (let thread = 0; thread < machine.words[RUN_THREADS]; thread++) {
    // Outermost first, as a person reads a call.
    for (const frame of userFrames(machine, thread).reverse()) {
      const name = machine.program.functions[frame.function].name;
      const short = name.slice(name.lastIndexOf('::') < 0 ? 0 : name.lastIndexOf('::') + 2);
      for (const local of liveLocals(machine, frame)) {
        const address = frame.fp + local.offset;
        const field = fieldView(scope, local.name || 'temporary', local.type, address);
        const inside = local.role === 'this' ? captures(scope, local.type, address) : null;
        for (const each of inside ?? [field]) {
          const targets = allTargets(each);
          if (targets.length > 0) found.push({ thread: thread as ThreadId, frame: short, field: each });
        }
      }
    }
  }
  return found;
}

const allTargets = (field: FieldView): FieldView['targets'] => [
  ...field.targets,
  ...field.fields.flatMap((inner) => allTargets(inner)),
];

function objectsOf(scope: Scope): ObjectView[] {
  const { machine, names } = scope;
  const counters = new Map([...controls(machine)].map(([control, object]) => [object, control]));
  return heapRoots(machine).map((root) => {
    const { address, type, block } = root;
    const dead = fateOf(machine, address, root.words) === 'destroyed';
    const state = block?.freed ? 'freed' : dead ? 'destroyed' : 'alive';
    const together = block !== null && block.address !== address;
    const control = together ? block.address : counters.get(address);
    return {
      id: address as Address,
      name: names.object(address),
      type: machine.program.types[type]?.name ?? '?',
      state,
      fields: state === 'alive' ? objectFields(scope, root) : [],
      counts: control === undefined ? null : (countsAt(machine, control) ?? { strong: 0, weak: 0 }),
    };
  });
}

function objectFields(scope: Scope, { address, type, block }: Root): FieldView[] {
  const { machine } = scope;
  if (block !== null && block.count >= 0) {
    const { words } = machine.program.types[type];
    return Array.from({ length: Math.min(block.count, 64) }, (_, i) =>
      fieldView(scope, `[${i}]`, type, address + i * words),
    );
  }
  if (classOf(machine.program, type)?.library === '') {
    return membersOf(machine, type, address).map((member) =>
      fieldView(scope, member.label, member.type, member.address),
    );
  }
  return [fieldView(scope, 'value', type, address)];
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
