/**
 * What views see of a Memory: decoded, named, frozen. No address arithmetic leaves the machine; an Address here is only an identity
 * (a React key, "the same object as before"). Made by `snapshot`, one per step that is looked at.
 */
import type { Address, Pc, Span, StepIndex, ThreadId } from '../bytecode/program';
import type { RunStatus, ThreadState } from '../machine';

export interface Snapshot {
  readonly step: StepIndex;
  readonly status: RunStatus;
  /** In start order; index = ThreadId. Threads not yet started are absent. */
  readonly threads: readonly ThreadView[];
  /** Every mutex that is alive or has been used, in order of address: globals, then objects. */
  readonly locks: readonly LockView[];
  /** Roots (globals, and stack frames' variables that own or point to something), then heap objects in allocation order, gone ones included. */
  readonly roots: readonly RootView[];
  readonly objects: readonly ObjectView[];
  /** The atomics that threads have accessed, and what of them may be read; empty where memory is sequentially consistent. */
  readonly atomics: readonly AtomicView[];
}

export interface ThreadView {
  readonly id: ThreadId;
  /** The C++ variable's name ('bucket_del'), 'main', else 'thread 3'. */
  readonly name: string;
  /** Unique in the run: 'B', 'W', then 'B2'. */
  readonly letter: string;
  readonly state: ThreadState;
  /** User frames, innermost first; library frames are folded into the user frame that called them. Empty when finished. */
  readonly frames: readonly FrameView[];
  /** What its next step does; null when finished or crashed. */
  readonly next: OperationView | null;
  /** Names of the locks it holds, in order of acquisition where known. */
  readonly holds: readonly HeldLock[];
  /** Why it cannot step, in words: 'waiting for closeAllStreamsLock, held by bucket_del'; '' when it can. */
  readonly reason: string;
  /** Thread it waits for, if there is one: the holder, or the thread it joins. */
  readonly waitsFor: ThreadId | null;
  /** Lock it waits for, if it does. */
  readonly waitsLock: Address | null;
  /** Condition variable it waits for a notify on, if it does. */
  readonly waitsCondition: { readonly id: Address; readonly name: string } | null;
  /** The ways its next step can go (whom a notify_one wakes, which write a load reads); empty where there is one. */
  readonly picks: readonly PickView[];
}

/** One way for a step to go. */
export interface PickView {
  /** Of the Choice. */
  readonly pick: number;
  /** 'Wake worker', 'Take 64', 'Read 0 (start)' */
  readonly label: string;
  /** The same and more: 'read 1 (step 5), of worker' */
  readonly text: string;
}

/** An atomic object under RC11. */
export interface AtomicView {
  readonly id: Address;
  readonly name: string;
  /** In modification order; the first is what was there before any of them. */
  readonly stores: readonly StoreView[];
  /** By thread: index of the oldest of them that it may still read. */
  readonly oldest: readonly number[];
}
export interface StoreView {
  /** Null for what was there before. */
  readonly thread: ThreadId | null;
  readonly step: StepIndex;
  /** 1-based; 0 for what was there before. */
  readonly line: number;
  readonly value: string;
  /** 'release' */
  readonly order: string;
  readonly readers: readonly ReaderView[];
}
export interface ReaderView {
  readonly thread: ThreadId;
  readonly step: StepIndex;
  readonly line: number;
  readonly order: string;
  /** What came before the store, as its thread knows it, happens before what comes after the load. */
  readonly synchronizes: boolean;
}

export interface HeldLock {
  readonly lock: Address;
  readonly name: string;
  readonly mode: 'exclusive' | 'shared';
}

/** An operation, done or about to be done, in words and in place. */
export interface OperationView {
  readonly pc: Pc;
  readonly span: Span;
  /** 1-based, in the user's file. */
  readonly line: number;
  /** 'lock' 'unlock' 'lock-shared' 'load' 'store' 'rmw' 'read' 'write' 'drop' 'end' 'spawn' 'start' 'join' 'wait' 'notify' 'choose' 'yield' 'local' */
  readonly kind: OperationKind;
  /** The object: 'connsLock', 'backfillMgr', 'worker'. */
  readonly target: string;
  /** For a person, third person singular, without the thread: 'locks connsLock', 'loads backfillMgr: null'. */
  readonly text: string;
  /** Of an input: the values that it may take. */
  readonly options?: readonly string[];
}
export type OperationKind =
  | 'lock'
  | 'unlock'
  | 'try-lock'
  | 'lock-shared'
  | 'unlock-shared'
  | 'load'
  | 'store'
  | 'rmw'
  | 'read'
  | 'write'
  | 'drop'
  | 'end'
  | 'spawn'
  | 'start'
  | 'join'
  | 'detach'
  | 'wait'
  | 'wake'
  | 'notify'
  | 'choose'
  | 'yield'
  | 'crash';

export interface FrameView {
  /** 'DcpProducer::closeAllStreams' */
  readonly function: string;
  readonly span: Span;
  readonly line: number;
  readonly locals: readonly FieldView[];
}

export interface LockView {
  readonly id: Address;
  /** Short and unique: 'connsLock', 'streams[0].rwlock', 'Stream 2.streamMutex'. */
  readonly name: string;
  readonly kind: 'mutex' | 'recursive_mutex' | 'shared_mutex';
  readonly state: 'free' | 'held' | 'shared' | 'destroyed';
  readonly holder: ThreadId | null;
  readonly readers: readonly ThreadId[];
  /** Threads blocked on it now. */
  readonly waiters: readonly ThreadId[];
}

/** A variable or member with its value in words. */
export interface FieldView {
  readonly name: string;
  readonly type: string;
  /** '17', 'true', 'null', '"vb:0"', '{2 elements}', '→ BackfillManager', 'destroyed', 'uninitialised' */
  readonly text: string;
  /** Where it points, if it points to an object; more than one for containers of pointers. */
  readonly targets: readonly {
    readonly object: Address;
    readonly edge: EdgeKind;
    readonly dangling: boolean;
  }[];
  /** Members, for a class or container shown inline. */
  readonly fields: readonly FieldView[];
}
/** strong: shared_ptr, unique_ptr, a container's element by value. weak: weak_ptr. raw: pointer, reference. */
export type EdgeKind = 'strong' | 'weak' | 'raw';

export interface RootView {
  /** The thread whose frame it is; null for a global. */
  readonly thread: ThreadId | null;
  /** 'closeAllStreams' for a frame, '' for a global. */
  readonly frame: string;
  readonly field: FieldView;
}

export interface ObjectView {
  readonly id: Address;
  /** 'DcpProducer', or 'Stream 1', 'Stream 2' where a run makes several. */
  readonly name: string;
  readonly type: string;
  /** alive; destroyed: destructor ran, storage kept by weak owners; freed. */
  readonly state: 'alive' | 'destroyed' | 'freed';
  readonly fields: readonly FieldView[];
  /** Owner counts for an object under shared_ptr; null for others. */
  readonly counts: { readonly strong: number; readonly weak: number } | null;
}
