import { expect, test } from 'vitest';
import { tabCount } from './tabs';

const titles = [
  'Before',
  'As landed',
  'Null check',
  'Copy, then check',
  'Early return',
  'Late stream',
  'Lock',
];

test('five at most are tabs', () => {
  expect(tabCount(titles, 2000)).toBe(5);
  expect(tabCount(titles.slice(0, 5), 2000)).toBe(5);
  expect(tabCount(titles.slice(0, 2), 2000)).toBe(2);
});

test('with less room there are fewer, and the menu has its place', () => {
  expect(tabCount(titles.slice(0, 5), 560)).toBe(5);
  expect(tabCount(titles, 560)).toBe(4);
  expect(tabCount(titles, 300)).toBe(2);
});

test('a single tab is none', () => {
  expect(tabCount(titles, 200)).toBe(0);
  expect(tabCount(['Before'], 2000)).toBe(0);
});
