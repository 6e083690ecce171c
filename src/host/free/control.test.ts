import { expect, test } from 'vitest';
import {
  CUT,
  clearRun,
  createControl,
  lock,
  MAX_TICKETS,
  NO_TICKET,
  OVER,
  takeTicket,
  ticketsOf,
  tryLock,
  unlock,
} from './control';

test('the lock is held by one at a time', () => {
  const control = createControl();
  expect(lock(control, Number.POSITIVE_INFINITY)).toBe(true);
  expect(tryLock(control)).toBe(false);
  unlock(control);
  expect(tryLock(control)).toBe(true);
});

test('who waits for the lock of somebody who is no more gives up: at the deadline, or when the run is over', () => {
  const control = createControl();
  expect(tryLock(control)).toBe(true);
  expect(lock(control, performance.now())).toBe(false);
  control[OVER] = CUT;
  expect(lock(control, Number.POSITIVE_INFINITY)).toBe(false);
  clearRun(control, 2);
  expect(lock(control, Number.POSITIVE_INFINITY)).toBe(true);
});

test('tickets are numbers in a row, and there is an end of them', () => {
  const control = createControl();
  expect([takeTicket(control, 1, 0), takeTicket(control, 2, 0)]).toEqual([0, 1]);
  expect([...ticketsOf(control)].map((choice) => choice & 0xff)).toEqual([1, 2]);
  while (takeTicket(control, 1, 0) !== NO_TICKET);
  expect(ticketsOf(control).length).toBe(MAX_TICKETS);
});
