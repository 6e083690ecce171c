/** The state of the hand-made scene at its last step: bucket_del reaches for a manager that worker has thrown away. */
import type {
  Address,
  FieldView,
  LockView,
  OperationView,
  Pc,
  RootView,
  Snapshot,
  ThreadView,
} from '../../../engine';
import { address, LOCKS, OBJECTS, step, thread } from '../../score/testing/scene';

const [M, B, W] = [0, 1, 2].map(thread);
const { producer, manager, stream0, stream1 } = OBJECTS;

const target = (object: Address, edge: 'strong' | 'weak' | 'raw', dangling = false) => ({
  object,
  edge,
  dangling,
});
export const field = (
  name: string,
  type: string,
  text: string,
  targets: FieldView['targets'] = [],
  fields: readonly FieldView[] = [],
): FieldView => ({ name, type, text, targets, fields });

const operation = (kind: OperationView['kind'], name: string, line: number): OperationView => ({
  pc: 0 as Pc,
  span: { file: 0, start: 0, end: 0 },
  line,
  kind,
  target: name,
  text: `${kind}s ${name}`,
});

export const threads: readonly ThreadView[] = [
  {
    id: M,
    name: 'main',
    letter: 'M',
    state: 'waiting',
    frames: [],
    next: operation('join', 'bucket_del', 79),
    holds: [],
    reason: 'joins bucket_del',
    waitsFor: B,
    waitsLock: null,
    waitsCondition: null,
    picks: [],
  },
  {
    id: B,
    name: 'bucket_del',
    letter: 'B',
    state: 'crashed',
    frames: [],
    next: null,
    holds: [{ lock: LOCKS.stream, name: 'Stream 1.streamMutex', mode: 'exclusive' }],
    reason: '',
    waitsFor: null,
    waitsLock: null,
    waitsCondition: null,
    picks: [],
  },
  {
    id: W,
    name: 'worker',
    letter: 'W',
    state: 'finished',
    frames: [],
    next: null,
    holds: [],
    reason: '',
    waitsFor: null,
    waitsLock: null,
    waitsCondition: null,
    picks: [],
  },
];

export const lock = (id: Address, name: string, more: Partial<LockView> = {}): LockView => ({
  id,
  name,
  kind: 'mutex',
  state: 'free',
  holder: null,
  readers: [],
  waiters: [],
  ...more,
});

const root = (who: typeof M, frame: string, of: FieldView): RootView => ({ thread: who, frame, field: of });
const shared = 'std::shared_ptr<DcpProducer>';

export const crashed: Snapshot = {
  step: step(17),
  status: 'failed',
  threads,
  locks: [
    lock(LOCKS.conns, 'connsLock'),
    lock(LOCKS.vb0, 'containers[0].rwlock', { kind: 'shared_mutex' }),
    lock(LOCKS.vb1, 'containers[1].rwlock', { kind: 'shared_mutex' }),
    lock(LOCKS.stream, 'Stream 1.streamMutex', { state: 'held', holder: B }),
    lock(address(14), 'BackfillManager.lock', { state: 'destroyed' }),
  ],
  roots: [
    root(
      M,
      'main',
      field(
        'connMap',
        'DcpConnMap',
        '',
        [],
        [
          field('connsLock', 'std::mutex', ''),
          field('map_', `std::map<int, ${shared}>`, '{0 elements}'),
          field('deadConnections', `std::vector<${shared}>`, '{0 elements}'),
        ],
      ),
    ),
    root(
      M,
      'main',
      field('watched', 'std::weak_ptr<BackfillManager>', 'expired', [target(manager, 'weak', true)]),
    ),
    root(B, 'closeAllStreams', field('this', 'DcpProducer*', '', [target(producer, 'raw')])),
    root(
      B,
      'shutdownAll',
      field('mapCopy', `std::map<int, ${shared}>`, '{1 element}', [target(producer, 'strong')]),
    ),
    root(
      B,
      'closeAllStreams',
      field('found', 'std::vector<std::shared_ptr<Stream>>', '{1 element}', [target(stream0, 'strong')]),
    ),
    root(B, 'closeAllStreams', field('bytes', 'long', '10')),
  ],
  atomics: [],
  objects: [
    {
      id: producer,
      name: 'Producer',
      type: 'Producer',
      state: 'alive',
      counts: { strong: 1, weak: 1 },
      fields: [
        field(
          'containers',
          'StreamContainer[2]',
          '',
          [],
          [
            field(
              '[0]',
              'StreamContainer',
              '',
              [],
              [
                field('rwlock', 'std::shared_mutex', 'free'),
                field('streams', 'std::vector<std::shared_ptr<Stream>>', '{0 elements}'),
              ],
            ),
            field(
              '[1]',
              'StreamContainer',
              '',
              [],
              [
                field('rwlock', 'std::shared_mutex', 'free'),
                field('streams', 'std::vector<std::shared_ptr<Stream>>', '{0 elements}'),
              ],
            ),
          ],
        ),
        field('mgr', 'std::atomic<std::shared_ptr<BackfillManager>>', 'null'),
      ],
    },
    {
      id: manager,
      name: 'BackfillManager',
      type: 'BackfillManager',
      state: 'destroyed',
      counts: { strong: 0, weak: 1 },
      fields: [],
    },
    {
      id: stream0,
      name: 'Stream 1',
      type: 'Stream',
      state: 'alive',
      counts: { strong: 1, weak: 0 },
      fields: [
        field('producerPtr', 'std::weak_ptr<DcpProducer>', '→ Producer', [target(producer, 'weak')]),
        field('streamMutex', 'std::mutex', 'held'),
        field('dead', 'bool', 'false'),
      ],
    },
    { id: stream1, name: 'Stream 2', type: 'Stream', state: 'freed', counts: null, fields: [] },
  ],
};

/** The same with A and B locked in opposite orders by two threads that wait for each other. */
export const deadlocked: Snapshot = {
  ...crashed,
  status: 'stuck',
  threads: [
    threads[0],
    {
      ...threads[1],
      state: 'blocked',
      next: operation('lock', 'b', 12),
      reason: 'waits for b, held by worker',
      waitsFor: W,
      waitsLock: LOCKS.vb0,
      waitsCondition: null,
    },
    {
      ...threads[2],
      state: 'blocked',
      next: operation('lock', 'a', 21),
      reason: 'waits for a, held by bucket_del',
      waitsFor: B,
      waitsLock: LOCKS.conns,
      waitsCondition: null,
    },
  ],
  locks: [
    lock(LOCKS.conns, 'a', { state: 'held', holder: B, waiters: [W] }),
    lock(LOCKS.vb0, 'b', { state: 'held', holder: W, waiters: [B] }),
  ],
};
