/** What an address may be used for, and which fault it is when it may not. The interpreter tests the good case itself. */
import {
  FAULT_BOUNDS,
  FAULT_FREED,
  FAULT_NONE,
  FAULT_NULL,
  FAULT_SCOPE,
  FAULT_UNINITIALIZED,
} from '../bytecode/fault';
import { DEAD, FREED, GUARDED, NULL_PAGE, RAW, READY } from './layout';
import type { Machine } from './memory';

/** TOUCH: alive, be it uninitialised; READ: initialised; WRITE: alive and no constant. */
export type Use = 0 | 1 | 2;
export const TOUCH = 0;
export const READ = 1;
export const WRITE = 2;

/** FAULT_NONE, or why `count` words from `address` may not be used so; machine.culprit is then the first of them. */
export function refusal(machine: Machine, address: number, count: number, use: Use): number {
  const { words, layout } = machine;
  for (let at = address; at < address + count; at++) {
    machine.culprit = at;
    if (at < layout.globals || at >= layout.end) return at >>> 0 < NULL_PAGE ? FAULT_NULL : FAULT_BOUNDS;
    const shadow = words[at + layout.shadow];
    if (shadow === READY || (shadow === RAW && use !== READ)) {
      if (use === WRITE && at < layout.variables) return FAULT_BOUNDS;
      continue;
    }
    if (shadow === RAW) return FAULT_UNINITIALIZED;
    if (shadow === GUARDED) return FAULT_BOUNDS;
    if (at >= layout.stacks && at < layout.heaps) return FAULT_SCOPE;
    return shadow === DEAD || shadow === FREED ? FAULT_FREED : FAULT_BOUNDS;
  }
  return FAULT_NONE;
}

/** Storage gets another meaning: `shadow` for `count` words, all zero. */
export function mark(machine: Machine, address: number, count: number, shadow: number): void {
  const { words, layout } = machine;
  for (let at = address; at < address + count; at++) {
    words[at] = 0;
    words[at + layout.shadow] = shadow;
  }
}
