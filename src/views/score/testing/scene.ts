/** The scene of the visual design, by hand: two threads close one producer, bucket_del reads a null manager at step 17 of 23. */
import type {
  Address,
  Finding,
  LockInterval,
  ObjectInterval,
  OperationView,
  Pc,
  Span,
  StateInterval,
  StepIndex,
  StepView,
  ThreadId,
  TraceView,
} from '../../../engine';

export const thread = (n: number) => n as ThreadId;
export const step = (n: number) => n as StepIndex;
export const address = (n: number) => n as Address;

const [M, B, W] = [0, 1, 2].map(thread);
const names = ['main', 'bucket_del', 'worker'];
const span: Span = { file: 0, start: 0, end: 0 };

export const LOCKS = { conns: address(10), vb0: address(11), vb1: address(12), stream: address(13) };
export const OBJECTS = {
  producer: address(20),
  manager: address(21),
  stream0: address(22),
  stream1: address(23),
};

type Row = readonly [who: ThreadId, kind: OperationView['kind'], target: string, text: string, line: number];
const rows: readonly Row[] = [
  [M, 'start', 'producer', 'makes producer', 70],
  [M, 'spawn', 'bucket_del', 'starts bucket_del', 77],
  [M, 'spawn', 'worker', 'starts worker', 78],
  [B, 'lock', 'connsLock', 'locks connsLock', 60],
  [B, 'unlock', 'connsLock', 'unlocks connsLock', 62],
  [B, 'lock', 'vb[0].rwlock', 'locks vb[0].rwlock', 39],
  [B, 'unlock', 'vb[0].rwlock', 'unlocks vb[0].rwlock', 40],
  [W, 'lock', 'connsLock', 'locks connsLock', 68],
  [W, 'unlock', 'connsLock', 'unlocks connsLock', 71],
  [W, 'lock', 'vb[0].rwlock', 'locks vb[0].rwlock', 39],
  [W, 'unlock', 'vb[0].rwlock', 'unlocks vb[0].rwlock', 40],
  [W, 'lock', 'vb[1].rwlock', 'locks vb[1].rwlock', 39],
  [W, 'unlock', 'vb[1].rwlock', 'unlocks vb[1].rwlock', 40],
  [W, 'load', 'mgr', 'loads mgr: BackfillManager', 51],
  [W, 'write', 'bytesRead', 'writes bytesRead: 10', 18],
  [W, 'store', 'mgr', 'stores null to mgr', 44],
  [B, 'crash', 'mgr', 'loads mgr: null', 51],
];

const woken: Record<number, readonly ThreadId[]> = { 2: [B], 3: [W], 5: [W] };

const steps = rows.map(
  ([who, kind, target, text, line], i): StepView => ({
    index: step(i + 1),
    thread: who,
    pick: 0,
    operation: { pc: 0 as Pc, span, line, kind, target, text },
    text: `${names[who]} ${text}`,
    woke: woken[i + 1] ?? [],
    preemption: i + 1 === 8,
    output: i === 0 ? 'one producer, two streams\n' : '',
    // As if each step knew of those of its own thread only, and of main's.
    stamp: i + 1,
    knows: [0, 1, 2].map((other) => (other === who || other === 0 ? i + 1 : 0)),
  }),
);

const state = (
  who: ThreadId,
  from: number,
  to: number | null,
  kind: StateInterval['state'],
  reason = '',
): StateInterval => ({
  thread: who,
  from: step(from),
  to: to === null ? null : step(to),
  state: kind,
  reason,
});
const held = (
  lock: Address,
  who: ThreadId,
  from: number,
  to: number | null,
  mode: LockInterval['mode'] = 'exclusive',
): LockInterval => ({ lock, thread: who, from: step(from), to: to === null ? null : step(to), mode });
const life = (
  object: Address,
  from: number,
  to: number | null,
  strong: number | null,
  who: ThreadId,
  phase: ObjectInterval['phase'] = 'alive',
  weak = 0,
  owners: ObjectInterval['owners'] = [],
): ObjectInterval => ({
  object,
  from: step(from),
  to: to === null ? null : step(to),
  strong,
  owners,
  weak,
  phase,
  thread: who,
});

const { conns, vb0, vb1, stream } = LOCKS;
const { producer, manager, stream0, stream1 } = OBJECTS;

export const scene: TraceView = {
  files: [],
  threads: [
    { id: M, name: 'main', letter: 'M', startedAt: step(0), startedBy: null },
    { id: B, name: 'bucket_del', letter: 'B', startedAt: step(2), startedBy: M },
    { id: W, name: 'worker', letter: 'W', startedAt: step(3), startedBy: M },
  ],
  locks: [
    { id: conns, name: 'connsLock' },
    { id: vb0, name: 'vb[0].rwlock' },
    { id: vb1, name: 'vb[1].rwlock' },
    { id: stream, name: 'streamMutex' },
  ],
  objects: [
    { id: producer, name: 'Producer' },
    { id: manager, name: 'BackfillManager' },
    { id: stream0, name: 'Stream 1' },
    { id: stream1, name: 'Stream 2' },
  ],
  steps,
  states: [
    state(M, 1, 3, 'running'),
    state(M, 4, null, 'waiting', 'joins bucket_del'),
    state(B, 3, 3, 'ready'),
    state(B, 4, 7, 'running'),
    state(B, 8, 16, 'ready'),
    state(B, 17, null, 'crashed'),
    state(W, 4, 5, 'blocked', 'waits for connsLock, held by bucket_del'),
    state(W, 6, 7, 'ready'),
    state(W, 8, 16, 'running'),
  ],
  held: [
    held(conns, B, 4, 5),
    held(conns, W, 4, 5, 'waiting'),
    held(vb0, B, 6, 7),
    held(conns, W, 8, 9),
    held(vb0, W, 10, 11),
    held(vb1, W, 12, 13),
    held(stream, W, 14, 15),
    held(stream, B, 17, null),
  ],
  lives: [
    life(producer, 1, 4, 1, M, 'alive', 2),
    life(producer, 5, 8, 2, B, 'alive', 2),
    life(producer, 9, 15, 2, W, 'alive', 2),
    life(producer, 16, null, 1, W, 'alive', 1),
    life(manager, 1, 13, 1, M),
    life(manager, 14, 14, 2, W),
    life(manager, 15, 15, 1, W),
    life(manager, 16, null, null, W, 'gone'),
    life(stream0, 1, 5, 1, M, 'alive', 0, [{ thread: null, name: 'containers[0].streams[0]' }]),
    life(stream0, 6, null, 2, B, 'alive', 1, [
      { thread: B, name: 'found[0]' },
      { thread: W, name: '' },
    ]),
    life(stream1, 1, 11, 1, M),
    life(stream1, 12, 14, 1, W),
    life(stream1, 15, null, null, W, 'gone'),
  ],
};

/** Steps of the line beyond the run. */
export const PLANNED = 23;

const place = (role: string, who: ThreadId, at: number) => ({
  role,
  thread: who,
  threadName: names[who],
  step: step(at),
  event: 0,
  frames: [{ function: 'f', line: 51 }],
});

export const finding: Finding = {
  kind: 'null-dereference',
  reached: true,
  step: step(17),
  thread: B,
  pc: 0 as Pc,
  line: 51,
  span,
  sentence: 'bucket_del calls bytesSent on a null BackfillManager: worker stored null at step 16.',
  report: 'ERROR: null-dereference in thread bucket_del',
  places: [
    place('Null dereference', B, 17),
    place('Null stored by', W, 16),
    place('Emptied by', W, 10),
    place('Took', B, 6),
  ],
  lost: manager,
  nullMember: { object: producer, path: 'mgr' },
  causes: [
    [B, 6],
    [W, 10],
    [W, 16],
    [B, 17],
  ].map(([who, at]) => ({ thread: who as ThreadId, step: step(at), line: 51, text: `${names[who]} does.` })),
};
