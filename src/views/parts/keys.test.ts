import { afterEach, expect, test, vi } from 'vitest';
import type { Session } from '../../session';
import { belongsToElement, listen } from './keyboard';
import { commands } from './keys';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An element that is inside whatever one of these selectors names. */
const within =
  (...selectors: string[]) =>
  (asked: string): boolean =>
    asked.split(', ').some((part) => selectors.includes(part));

test('no key does two things', () => {
  const bindings = commands.flatMap((command) => command.bindings);
  expect(new Set(bindings).size).toBe(bindings.length);
});

/** What a keyboard tells of a press. */
class Press extends Event {
  readonly key: string;
  readonly code: string;
  readonly isComposing = false;
  constructor(key: string, code: string) {
    super('keydown', { cancelable: true });
    this.key = key;
    this.code = code;
  }
  getModifierState(): boolean {
    return false;
  }
}

test.each([
  ['Enter on the number pad', 'Enter', 'NumpadEnter', 'document', 'Continue the story'],
  ['/ on the number pad', '/', 'NumpadDivide', 'home', 'Find a bug, a lock or a thread'],
  ['a key in the place of one command that types the letter of another', 'r', 'KeyS', 'document', 'Zoom out'],
])('one press runs one command: %s', (_, key, code, page, name) => {
  const session = { store: { getState: () => ({ route: { page } }) } } as Session;
  vi.stubGlobal('KeyboardEvent', Press);
  vi.stubGlobal('Element', class {});
  const target = new EventTarget();
  const ran: string[] = [];
  for (const command of commands)
    vi.spyOn(command, 'run').mockImplementation(() => void ran.push(command.name));
  const stop = listen(target as Window, session);
  target.dispatchEvent(new Press(key, code));
  stop();
  expect(ran).toEqual([name]);
});

test('every command has a key to print and a control that does the same', () => {
  for (const { name, keys, control } of commands) {
    expect(keys.length, name).toBeGreaterThan(0);
    expect(control, name).not.toBe('');
  }
});

test('a button keeps Enter and Space, and leaves the arrows to the page', () => {
  expect(belongsToElement('Enter', within('button'))).toBe(true);
  expect(belongsToElement(' ', within('button'))).toBe(true);
  expect(belongsToElement('ArrowRight', within('button'))).toBe(false);
});

test('a radio keeps Enter and Space until it is chosen', () => {
  expect(belongsToElement(' ', within('label', 'input'))).toBe(true);
  expect(belongsToElement(' ', within('label', 'input', 'input[type=radio]:checked'))).toBe(false);
  expect(belongsToElement('Enter', within('label', 'input', 'input[type=radio]:checked'))).toBe(false);
});

test('a grid, a slider and tabs keep the arrows', () => {
  for (const role of ['grid', 'slider', 'tablist', 'separator'])
    expect(belongsToElement('ArrowLeft', within(`[role=${role}]`))).toBe(true);
  expect(belongsToElement('v', within('[role=grid]'))).toBe(false);
});

test('typing and an open dialog keep everything', () => {
  expect(belongsToElement('v', within('textarea'))).toBe(true);
  expect(belongsToElement('v', within('dialog[open]'))).toBe(true);
  expect(belongsToElement('v', () => null)).toBe(false);
});
