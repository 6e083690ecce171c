/** How an operation is drawn and named, one row for each kind: the icon in the Score, the verb in "next". */
import type { OperationView } from '../../engine';
import type { IconName } from './Icon';

interface Row {
  readonly icon: IconName;
  /** 'lock' in 'next: lock connsLock'. */
  readonly verb: string;
}

export const operations: Record<OperationView['kind'], Row> = {
  lock: { icon: 'lock', verb: 'lock' },
  unlock: { icon: 'unlock', verb: 'unlock' },
  'try-lock': { icon: 'lock', verb: 'try to lock' },
  'lock-shared': { icon: 'lock', verb: 'lock shared' },
  'unlock-shared': { icon: 'unlock', verb: 'unlock shared' },
  load: { icon: 'read', verb: 'load' },
  store: { icon: 'write', verb: 'store to' },
  rmw: { icon: 'write', verb: 'change' },
  read: { icon: 'read', verb: 'read' },
  write: { icon: 'write', verb: 'write' },
  drop: { icon: 'destroy', verb: 'let go of' },
  end: { icon: 'destroy', verb: 'destroy' },
  spawn: { icon: 'spawn', verb: 'start' },
  start: { icon: 'plus', verb: 'begin' },
  join: { icon: 'wait', verb: 'join' },
  detach: { icon: 'fork', verb: 'detach' },
  wait: { icon: 'wait', verb: 'wait on' },
  wake: { icon: 'flag', verb: 'wake from' },
  notify: { icon: 'flag', verb: 'notify' },
  choose: { icon: 'fork', verb: 'choose' },
  yield: { icon: 'dots', verb: 'yield' },
  crash: { icon: 'x', verb: 'crash at' },
};
