/** Objects and locks: a picture with a sentence, and a table that says the same. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { LocksView } from '../locks/LocksView';
import { finding, scene } from '../score/testing/scene';
import { ObjectsView } from './ObjectsView';
import { crashed, deadlocked } from './testing/snapshot';

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});

test('the ownership graph has a sentence, and a table behind its button', async () => {
  flushSync(() => root.render(<ObjectsView snapshot={crashed} trace={scene} finding={finding} />));
  await expect
    .element(
      page.getByRole('img', { name: /bucket_del owns Producer and Stream 1; mgr of Producer is null/ }),
    )
    .toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.element(page.getByRole('cell', { name: 'owns Stream 1' })).toBeVisible();
});

test('before anything is made, words say so', async () => {
  const nothing = { ...crashed, roots: [], objects: [] };
  flushSync(() => root.render(<ObjectsView snapshot={nothing} trace={scene} finding={null} />));
  await expect.element(page.getByText('Nothing is made yet.')).toBeVisible();
});

test('a deadlock is told edge by edge, in the picture, in words and in the table', async () => {
  flushSync(() => root.render(<LocksView snapshot={deadlocked} trace={scene} found={null} />));
  await expect
    .element(page.getByRole('img', { name: /bucket_del waits for b; worker waits for a/ }))
    .toBeVisible();
  await expect.element(page.getByText('worker at line 21: waits for a, held by bucket_del')).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.element(page.getByRole('row', { name: /worker/ })).toBeVisible();
});

test('no locks: words', async () => {
  const none = { ...crashed, threads: [], locks: [] };
  flushSync(() => root.render(<LocksView snapshot={none} trace={{ ...scene, held: [] }} found={null} />));
  await expect.element(page.getByText('No locks yet, and nobody waits.')).toBeVisible();
  flushSync(() => root.render(<LocksView snapshot={none} trace={scene} found={null} />));
  await expect.element(page.getByText('All locks are gone, and nobody waits.')).toBeVisible();
});
