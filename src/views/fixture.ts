/**
 * A session written by hand: the failing run of MB-38521 at any of its steps, for pictures and for tests of views without an engine.
 * Development only: nothing on the page imports it.
 */
import type {
  Finding,
  LockView,
  ObjectView,
  OperationView,
  Snapshot,
  StepView,
  ThreadView,
  TraceView,
} from '../engine';
import { collectionOfScenario, initialState, loadScenario, type SessionState } from '../session';

type Kind = OperationView['kind'];
/** thread, kind, target, text, line, callers' lines */
type Row = readonly [number, Kind, string, string, number, readonly (readonly [string, number])[]];

const main = [['main', 112]] as const;
const del = (line: number, top = 'DcpProducer::closeAllStreams') =>
  [
    [top, line],
    ['DcpConnMap::shutdownAllConnections', 83],
  ] as const;
const closed = (line: number, top = 'DcpProducer::closeAllStreams') =>
  [
    [top, line],
    ['DcpConnMap::disconnect', 91],
  ] as const;
const deep = (top: string, line: number, callers: readonly (readonly [string, number])[]) => [
  [top, line] as const,
  ...callers,
];

const rows: readonly Row[] = [
  [0, 'spawn', 'bucket_del', 'starts bucket_del', 112, main],
  [0, 'spawn', 'worker', 'starts worker', 113, [['main', 113]]],
  [1, 'lock', 'connsLock', 'locks connsLock', 79, [['DcpConnMap::shutdownAllConnections', 79]]],
  [1, 'unlock', 'connsLock', 'unlocks connsLock', 81, [['DcpConnMap::shutdownAllConnections', 81]]],
  [1, 'lock', 'containers[0].rwlock', 'locks containers[0].rwlock', 48, del(48)],
  [1, 'unlock', 'containers[0].rwlock', 'unlocks containers[0].rwlock', 51, del(51)],
  [2, 'lock', 'connsLock', 'locks connsLock', 87, [['DcpConnMap::disconnect', 87]]],
  [2, 'unlock', 'connsLock', 'unlocks connsLock', 90, [['DcpConnMap::disconnect', 90]]],
  [2, 'lock', 'containers[0].rwlock', 'locks containers[0].rwlock', 48, closed(48)],
  [2, 'unlock', 'containers[0].rwlock', 'unlocks containers[0].rwlock', 51, closed(51)],
  [2, 'lock', 'containers[1].rwlock', 'locks containers[1].rwlock', 48, closed(48)],
  [2, 'unlock', 'containers[1].rwlock', 'unlocks containers[1].rwlock', 51, closed(51)],
  [
    2,
    'lock',
    'Stream 2.streamMutex',
    'locks Stream 2.streamMutex',
    66,
    deep('ActiveStream::setDead', 66, closed(54)),
  ],
  [
    2,
    'load',
    'backfillMgr',
    'loads backfillMgr: → BackfillManager',
    61,
    deep('DcpProducer::recordBackfillManagerBytesSent', 61, closed(54)),
  ],
  [
    2,
    'unlock',
    'Stream 2.streamMutex',
    'unlocks Stream 2.streamMutex',
    71,
    deep('ActiveStream::setDead', 71, closed(54)),
  ],
  [2, 'store', 'backfillMgr', 'stores null to backfillMgr', 57, closed(57)],
  [
    1,
    'lock',
    'Stream 1.streamMutex',
    'locks Stream 1.streamMutex',
    66,
    deep('ActiveStream::setDead', 66, del(54)),
  ],
  [
    1,
    'load',
    'backfillMgr',
    'loads backfillMgr: null',
    61,
    deep('DcpProducer::recordBackfillManagerBytesSent', 61, deep('ActiveStream::setDead', 69, del(54))),
  ],
];
export const CRASH = rows.length;

const names = ['main', 'bucket_del', 'worker'];
const letters = ['M', 'B', 'W'];
const span = { file: 0, start: 0, end: 0 };
const lockNames = [
  'connsLock',
  'containers[0].rwlock',
  'containers[1].rwlock',
  'Stream 1.streamMutex',
  'Stream 2.streamMutex',
];
const id = <T>(value: number) => value as T;

const operationOf = ([, kind, target, text, line]: Row): OperationView => ({
  pc: id(line),
  span,
  line,
  kind,
  target,
  text,
});

const steps: readonly StepView[] = rows.map((row, index) => ({
  index: id(index + 1),
  thread: id(row[0]),
  pick: 0,
  operation: operationOf(row),
  text: `${names[row[0]]} ${row[3]}`,
  woke: row[1] === 'spawn' ? [id(row[2] === 'worker' ? 2 : 1)] : [],
  preemption: index === 6,
  output: '',
  stamp: index + 1,
  knows: [index + 1, index + 1, index + 1],
}));

function heldIntervals(): TraceView['held'] {
  return rows.flatMap(([thread, kind, target], index) => {
    if (kind !== 'lock') return [];
    const end = rows.findIndex(
      ([by, does, what], later) => later > index && by === thread && does === 'unlock' && what === target,
    );
    return [
      {
        lock: id(lockNames.indexOf(target) + 1),
        thread: id(thread),
        mode: 'exclusive' as const,
        from: id(index + 1),
        to: end < 0 ? null : id(end),
      },
    ];
  });
}

const interval = (
  thread: number,
  state: 'running' | 'ready' | 'waiting' | 'crashed',
  from: number,
  to: number | null,
  reason = '',
) => ({
  thread: id<StepView['thread']>(thread),
  state,
  from: id<StepView['index']>(from),
  to: to === null ? null : id<StepView['index']>(to),
  reason,
});
const life = (
  object: number,
  thread: number,
  from: number,
  to: number | null,
  strong: number | null,
  phase: 'alive' | 'gone' = 'alive',
) => ({
  object: id<ObjectView['id']>(object),
  phase,
  strong,
  weak: strong === null ? null : 0,
  owners: [],
  thread: id<StepView['thread']>(thread),
  from: id<StepView['index']>(from),
  to: to === null ? null : id<StepView['index']>(to),
});

export const trace: TraceView = {
  files: [],
  threads: [0, 1, 2].map((thread) => ({
    id: id(thread),
    name: names[thread],
    letter: letters[thread],
    startedAt: id(thread),
    startedBy: thread === 0 ? null : id(0),
  })),
  locks: lockNames.map((name, index) => ({ id: id(index + 1), name })),
  objects: ['DcpProducer', 'BackfillManager', 'Stream 1', 'Stream 2'].map((name, index) => ({
    id: id(101 + index),
    name,
  })),
  steps,
  states: [
    interval(0, 'running', 1, 2),
    interval(0, 'waiting', 3, null, 'joins bucket_del'),
    interval(1, 'ready', 2, 2),
    interval(1, 'running', 3, 6),
    interval(1, 'ready', 7, 16),
    interval(1, 'running', 17, 17),
    interval(1, 'crashed', 18, null),
    interval(2, 'ready', 3, 6),
    interval(2, 'running', 7, 16),
    interval(2, 'ready', 17, null),
  ],
  held: heldIntervals(),
  lives: [
    life(101, 0, 1, 3, 1),
    life(101, 1, 4, 7, 2),
    life(101, 2, 8, null, 3),
    life(102, 0, 1, 15, 1),
    life(102, 2, 16, null, 0, 'gone'),
    life(103, 0, 1, null, 1),
    life(104, 0, 1, 15, 1),
    life(104, 2, 16, null, 0, 'gone'),
  ],
};

const crash: Finding = {
  kind: 'null-dereference',
  reached: true,
  step: id(CRASH),
  thread: id(1),
  pc: id(61),
  line: 61,
  span,
  sentence: 'bucket_del calls bytesSent on a null BackfillManager: worker stored null at step 16.',
  report: `ERROR: null-dereference in thread bucket_del
  #0 DcpProducer::recordBackfillManagerBytesSent before.cpp:61
  #1 ActiveStream::setDead before.cpp:69
  #2 DcpProducer::closeAllStreams before.cpp:54
  #3 DcpConnMap::shutdownAllConnections before.cpp:83
Null stored by thread worker, step 16:
  #0 DcpProducer::closeAllStreams before.cpp:57
  #1 DcpConnMap::disconnect before.cpp:91
SUMMARY: null-dereference before.cpp:61 in recordBackfillManagerBytesSent`,
  places: [
    {
      role: 'Null dereference',
      thread: id(1),
      threadName: 'bucket_del',
      step: id(CRASH),
      event: 0,
      frames: [
        { function: 'DcpProducer::recordBackfillManagerBytesSent', line: 61 },
        { function: 'ActiveStream::setDead', line: 69 },
      ],
    },
    {
      role: 'Null stored by',
      thread: id(2),
      threadName: 'worker',
      step: id(16),
      event: 0,
      frames: [
        { function: 'DcpProducer::closeAllStreams', line: 57 },
        { function: 'DcpConnMap::disconnect', line: 91 },
      ],
    },
  ],
  lost: id(102),
  nullMember: { object: id(101), path: 'backfillMgr' },
  causes: [
    { step: id(16), thread: id(2), line: 57, text: 'worker stores null in `backfillMgr`.' },
    { step: id(CRASH), thread: id(1), line: 61, text: 'bucket_del reads `backfillMgr`, which is null.' },
  ],
};

export function snapshotAt(at: number): Snapshot {
  const failed = at >= CRASH;
  const started = rows.slice(0, at).filter(([, kind]) => kind === 'spawn').length;
  const held = heldIntervals().filter(({ from, to }) => from <= at && (to === null || to >= at + 1));
  const threads = [0, 1, 2].slice(0, started + 1).map((thread): ThreadView => {
    const next = rows.findIndex(([by], index) => by === thread && index >= at);
    const joins = thread === 0 && started === 2;
    const crashed = failed && thread === 1;
    const here = crashed ? rows[CRASH - 1] : next < 0 ? undefined : rows[next];
    const join: OperationView = {
      pc: id(114),
      span,
      line: 114,
      kind: 'join',
      target: 'bucket_del',
      text: 'joins bucket_del',
    };
    const again: OperationView = {
      pc: id(92),
      span,
      line: 92,
      kind: 'lock',
      target: 'connsLock',
      text: 'locks connsLock',
    };
    const frames = joins
      ? [['main', 114] as const]
      : (here?.[5] ?? [['DcpConnMap::disconnect', 92] as const]);
    return {
      id: id(thread),
      name: names[thread],
      letter: letters[thread],
      state: joins ? 'waiting' : crashed ? 'crashed' : 'ready',
      frames: frames.map(([name, line]) => ({ function: name, line, span, locals: [] })),
      next: crashed ? null : joins ? join : here ? operationOf(here) : again,
      holds: held
        .filter(({ thread: by }) => by === id(thread))
        .map(({ lock }) => ({ lock, name: lockNames[lock - 1], mode: 'exclusive' as const })),
      reason: joins ? 'waiting for bucket_del to finish' : '',
      waitsFor: joins ? id(1) : null,
      waitsLock: null,
      waitsCondition: null,
      picks: [],
    };
  });
  return {
    step: id(at),
    status: failed ? 'failed' : 'running',
    threads,
    locks: lockNames.map((name, index): LockView => {
      const holder = held.find(({ lock }) => lock === id(index + 1))?.thread ?? null;
      return {
        id: id(index + 1),
        name,
        kind: name.endsWith('rwlock') ? 'shared_mutex' : 'mutex',
        state: index === 4 && at >= 16 ? 'destroyed' : holder === null ? 'free' : 'held',
        holder,
        readers: [],
        waiters: [],
      };
    }),
    roots: [
      {
        thread: id(1),
        frame: 'shutdownAllConnections',
        field: {
          name: 'mapCopy',
          type: 'std::map<int, std::shared_ptr<DcpProducer>>',
          text: '{1 element}',
          targets: [{ object: id(101), edge: 'strong', dangling: false }],
          fields: [],
        },
      },
    ],
    atomics: [],
    objects: trace.objects.map(({ id: object, name }, index): ObjectView => {
      const gone = at >= 16 && (index === 1 || index === 3);
      return {
        id: object,
        name,
        type: name.replace(/ \d$/, '').replace('Stream', 'ActiveStream'),
        state: gone ? 'freed' : 'alive',
        fields:
          index === 0
            ? [
                {
                  name: 'backfillMgr',
                  type: 'std::shared_ptr<BackfillManager>',
                  text: at >= 16 ? 'null' : '→ BackfillManager',
                  targets: at >= 16 ? [] : [{ object: id(102), edge: 'strong', dangling: false }],
                  fields: [],
                },
              ]
            : [{ name: 'dead', type: 'bool', text: 'false', targets: [], fields: [] }],
        counts: { strong: gone ? 0 : 1, weak: index === 0 ? 2 : 0 },
      };
    }),
  };
}

const library = { 'mb-38521': collectionOfScenario(await loadScenario('mb-38521')) };

/** The whole session at a step of that run. */
export function sessionAt(at: number): SessionState {
  const choices = rows.map(([thread]) => ({ thread: id<StepView['thread']>(thread), pick: 0 }));
  const schedule = { granularity: 'sync' as const, choices };
  return {
    ...initialState,
    mode: 'explore',
    library,
    route: { page: 'document', collection: 'mb-38521', slug: 'before' },
    schedule,
    at: id(at),
    branches: [{ id: 0, name: 'story', slug: 'before', schedule, forkedAt: id(0) }],
    story: 'before',
    beat: at >= CRASH ? 5 : at >= 16 ? 4 : 3,
    onRails: true,
    phase: 'ready',
    trace,
    snapshot: snapshotAt(at),
    findings: [crash],
    finding: at >= CRASH ? 0 : null,
    nowPane: at >= CRASH ? 'report' : 'objects',
    workers: [0, 1, 2].map((thread) => ({
      thread: id(thread),
      place: thread === 0 ? 'parked' : 'gate',
      on: '',
    })),
  };
}
