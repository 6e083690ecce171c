import { expect, test } from 'vitest';
import { initialState, type SessionState } from '../../session';
import { isEmbedded, told, wholePage } from './message';

test('the page around is told where one stands, in a form of its version', () => {
  const step = { thread: 1, text: 'worker locks m', operation: { line: 7 } };
  const trace = { steps: [step, step], threads: [{ id: 1, name: 'worker' }] };
  const state = { ...initialState, at: 1, trace, snapshot: { status: 'running' } } as unknown as SessionState;
  expect(told(state)).toEqual({
    ...{ type: 'racecourse:step', version: 1, title: '', step: 1, steps: 2 },
    ...{ thread: 'worker', text: 'worker locks m', line: 7, status: 'running' },
  });
  expect(told({ ...state, at: 0 as SessionState['at'] })).toMatchObject({
    thread: null,
    text: '',
    line: null,
  });
});

test('a frame is named by its address, and the whole page has the same one without it', () => {
  expect(isEmbedded('?embed')).toBe(true);
  expect(isEmbedded('?embed=&x=1')).toBe(true);
  expect(isEmbedded('')).toBe(false);
  expect(wholePage('https://a.b/c/?embed=#/mb-1/x?s=a&at=2')).toBe('https://a.b/c/#/mb-1/x?s=a&at=2');
});
