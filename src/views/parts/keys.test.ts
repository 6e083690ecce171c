import { expect, test } from 'vitest';
import { belongsToElement, commands } from './keys';

/** An element that is inside whatever one of these selectors names. */
const within =
  (...selectors: string[]) =>
  (asked: string): boolean =>
    asked.split(', ').some((part) => selectors.includes(part));

test('no key does two things', () => {
  const bindings = commands.flatMap((command) => command.bindings);
  expect(new Set(bindings).size).toBe(bindings.length);
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
