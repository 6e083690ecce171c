/** The page by its roles and names, as a screen reader and a test find it, on a session written by hand. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createSession, type Session } from '../session';
import { App } from './App';
import { CRASH, sessionAt } from './fixture';
import { exploredWith } from './interleavings/testing/explored';

const actions = {
  stepThread: vi.fn<Session['actions']['stepThread']>(),
  stepBack: vi.fn(),
  stepForward: vi.fn(),
  continueStory: vi.fn(),
  backToStory: vi.fn(),
  chooseDocument: vi.fn(),
  nextDocument: vi.fn(),
  copyLink: vi.fn(),
  openFailing: vi.fn(),
  openPrefix: vi.fn(),
  showHint: vi.fn(),
  stopExploring: vi.fn(),
  exploreFurther: vi.fn(),
};

let session: Session;
let root: Root;
let host: HTMLElement;
const show = async (at: number, width = 1440, height = 900) => {
  await page.viewport(width, height);
  session.store.setState(sessionAt(at), true);
  flushSync(() => root.render(<App session={session} />));
};

beforeEach(() => {
  const real = createSession();
  session = { ...real, actions: { ...real.actions, ...actions } };
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
  vi.clearAllMocks();
});

describe('the scenario page', () => {
  test('has a region for each thing one looks at', async () => {
    await show(CRASH);
    for (const name of ['Story', 'Threads', 'Code', 'Objects', 'Locks', 'Interleavings', 'Report', 'Score'])
      await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible();
  });

  test('has a button for each move', async () => {
    await show(6);
    for (const name of ['Restart', 'Step back', 'Play', 'Step forward', 'Run to end', 'Share', 'Continue'])
      await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
    await expect.element(page.getByRole('slider', { name: 'Step', exact: true })).toBeVisible();
    await expect.element(page.getByRole('radiogroup', { name: 'Variant' })).toBeVisible();
  });

  test('steps the thread whose button is pressed', async () => {
    await show(6);
    await userEvent.click(page.getByRole('button', { name: 'Step worker', exact: true }));
    expect(actions.stepThread).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('says why a thread cannot step, and keeps its button in the tab order', async () => {
    await show(6);
    const button = page.getByRole('button', { name: 'Step main', exact: true });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button).toHaveAccessibleDescription('waiting for bucket_del to finish');
    (button.element() as HTMLElement).focus();
    expect(document.activeElement).toBe(button.element());
    await userEvent.keyboard('{Enter}');
    expect(actions.stepThread).not.toHaveBeenCalled();
  });

  test('tells a screen reader the step', async () => {
    await show(6);
    await expect
      .element(page.getByRole('status', { name: 'Step' }))
      .toHaveTextContent('Step 6 of 18: bucket_del unlocks containers[0].rwlock');
  });

  test('opens the report at the failing step, with an alert', async () => {
    await show(CRASH);
    const report = page.getByRole('region', { name: 'Report', exact: true });
    await expect
      .element(report.getByRole('heading', { name: 'Null dereference', exact: true }))
      .toBeVisible();
    await expect.element(report.getByRole('alert')).toHaveTextContent('worker stored null at step 16');
    await expect.element(report.getByText('SUMMARY: null-dereference')).toBeVisible();
  });

  test('marks in the code who executed, who is next and what caused the crash', async () => {
    await show(CRASH);
    const code = page.getByRole('region', { name: 'Code', exact: true });
    await expect.element(code.getByText('cause 2, bucket_del crashed here')).toBeInTheDocument();
    await expect.element(code.getByText('cause 1')).toBeInTheDocument();
    await expect.element(code.getByText('Null dereference.')).toBeVisible();
    await expect.element(code.getByRole('button', { name: 'next: line 114' })).toBeVisible();
  });

  test('shows what the fix adds', async () => {
    await show(6);
    session.store.setState({ codePane: 'diff' });
    await expect.element(page.getByText('std::mutex closeAllStreamsLock;')).toBeVisible();
  });

  test('leads back from a fork', async () => {
    await show(6);
    session.store.setState({ onRails: false });
    await userEvent.click(page.getByRole('button', { name: 'Back to story', exact: true }));
    expect(actions.backToStory).toHaveBeenCalledOnce();
  });
});

describe('the interleavings', () => {
  const pane = page.getByRole('region', { name: 'Interleavings', exact: true });
  const know = (explored: ReturnType<typeof exploredWith>) =>
    flushSync(() => session.store.setState({ explored: { 'mb-38521/before': explored } }));

  test('count while they are explored, and one may stop that', async () => {
    await show(6);
    know(exploredWith(null, { phase: 'exploring', states: 12_345, transitions: 45_678 }));
    await expect.element(pane).toHaveTextContent('12,345 states and 45,678 transitions so far.');
    await userEvent.click(pane.getByRole('button', { name: 'Stop', exact: true }));
    expect(actions.stopExploring).toHaveBeenCalledOnce();
  });

  test('at a limit say so, and one may explore further', async () => {
    await show(6);
    know(exploredWith({ complete: false, limit: 'states' }, { states: 300_000 }));
    await expect.element(pane).toHaveTextContent('not every interleaving was covered');
    await userEvent.click(pane.getByRole('button', { name: 'Explore further', exact: true }));
    expect(actions.exploreFurther).toHaveBeenCalledOnce();
  });

  test('lead to the simplest failing run, by button and by key', async () => {
    await show(6);
    know(exploredWith({ minimal: { preemptions: 1, proven: true } }));
    await userEvent.click(pane.getByRole('button', { name: 'Next failing run' }));
    await userEvent.keyboard('n');
    expect(actions.openFailing).toHaveBeenCalledTimes(2);
  });
});

describe('the keyboard', () => {
  test('moves, plays and steps by number', async () => {
    await show(6);
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}3{Enter}v');
    expect(actions.stepForward).toHaveBeenCalledOnce();
    expect(actions.stepBack).toHaveBeenCalledOnce();
    expect(actions.stepThread).toHaveBeenCalledExactlyOnceWith(2);
    expect(actions.continueStory).toHaveBeenCalledOnce();
    expect(actions.nextDocument).toHaveBeenCalledExactlyOnceWith(1);
  });

  test('leaves a thread alone that cannot step', async () => {
    await show(6);
    await userEvent.keyboard('1');
    expect(actions.stepThread).not.toHaveBeenCalled();
  });

  test('opens the sheet, and is then its own', async () => {
    await show(6);
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    expect(actions.stepForward).not.toHaveBeenCalled();
  });

  test('finds a command by its words, and does it', async () => {
    await show(6);
    await userEvent.keyboard('?');
    const field = page.getByRole('searchbox', { name: 'Find a command' });
    await expect.element(field).toHaveFocus();
    await userEvent.type(field, 'step back');
    await userEvent.keyboard('{Enter}');
    expect(actions.stepBack).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('dialog', { name: 'Keys and help' })).not.toBeInTheDocument();
  });
});

describe('on a phone', () => {
  test('a thread is its own step button, large enough for a finger', async () => {
    await show(6, 390, 844);
    const tile = page.getByRole('button', { name: 'Step worker', exact: true });
    await userEvent.click(tile);
    expect(actions.stepThread).toHaveBeenCalledExactlyOnceWith(2);
    for (const button of document.querySelectorAll('section[aria-label=Transport] button'))
      expect(Math.min(button.clientWidth, button.clientHeight)).toBeGreaterThanOrEqual(44);
  });

  test('one pane is in front', async () => {
    await show(CRASH, 390, 844);
    await expect.element(page.getByRole('region', { name: 'Code', exact: true })).toBeVisible();
    await userEvent.click(page.getByRole('tab', { name: 'Report' }));
    await expect.element(page.getByRole('region', { name: 'Report', exact: true })).toBeVisible();
    expect(page.getByRole('region', { name: 'Code', exact: true }).elements()).toHaveLength(0);
  });

  test('a link that names a pane brings it to the front', async () => {
    await page.viewport(390, 844);
    session.store.setState({ ...sessionAt(6), phase: 'working', nowPane: 'locks' }, true);
    flushSync(() => root.render(<App session={session} />));
    await expect.element(page.getByRole('region', { name: 'Locks', exact: true })).toBeVisible();
  });
});

describe('the home page', () => {
  test('has a card for each bug, which is one link', async () => {
    await page.viewport(1440, 900);
    flushSync(() => root.render(<App session={session} />));
    const link = page.getByRole('link', { name: 'Two closers, one pointer' });
    await expect.element(link).toHaveAttribute('href', '#/mb-38521/before');
  });

  test('is searched from the keyboard, and says so when nothing is found', async () => {
    await page.viewport(1440, 900);
    flushSync(() => root.render(<App session={session} />));
    await userEvent.keyboard('/');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('spinlock_of_doom');
    await expect.element(page.getByText('No such bug here.')).toBeVisible();
  });
});
