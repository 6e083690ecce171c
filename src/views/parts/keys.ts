/**
 * The one list of commands: what the keyboard listens to (keyboard.ts) and what the `?` sheet shows. A key stands here only if it does something now,
 * and only if a control on the page does the same.
 */
import { findingsAt, isOwn, modeOf, type Session, shownFinding } from '../../session';
import { askAbout, goToPlace } from '../code/commands';
import {
  fitScore,
  markScore,
  panScoreLeft,
  panScoreRight,
  unmarkScore,
  zoomScoreIn,
  zoomScoreOut,
} from '../score/commands';

export const SEARCH = 'search';

export interface Command {
  readonly name: string;
  readonly group: 'Steps' | 'Story' | 'Score' | 'Page';
  /** As tinykeys reads them: a `code` where the place of the key counts, else what it types, on whichever key that is. */
  readonly bindings: readonly string[];
  /** As printed on the keys. */
  readonly keys: readonly string[];
  /** The control on the page that does the same. */
  readonly control: string;
  readonly page: 'document' | 'home' | 'any';
  /** `code`: of the key that was pressed, for a command that several keys have. */
  readonly run: (session: Session, code: string) => void;
}

export const commands: readonly Command[] = [
  {
    name: 'Step back',
    group: 'Steps',
    bindings: ['ArrowLeft'],
    keys: ['←'],
    control: 'Step back, in the transport row',
    page: 'document',
    run: ({ actions }) => actions.stepBack(),
  },
  {
    name: 'Step forward',
    group: 'Steps',
    bindings: ['ArrowRight'],
    keys: ['→'],
    control: 'Step forward, in the transport row',
    page: 'document',
    run: ({ actions }) => actions.stepForward(),
  },
  {
    name: 'The step before of the same thread',
    group: 'Steps',
    bindings: [','],
    keys: [','],
    control: 'A click on a step, in the Score',
    page: 'document',
    run: ({ actions }) => actions.stepOfThread(-1),
  },
  {
    name: 'The next step of the same thread',
    group: 'Steps',
    bindings: ['.'],
    keys: ['.'],
    control: 'A click on a step, in the Score',
    page: 'document',
    run: ({ actions }) => actions.stepOfThread(1),
  },
  {
    name: 'Back to before the last jump',
    group: 'Steps',
    bindings: ['$mod+z'],
    keys: ['Ctrl+Z'],
    control: 'A click on a step, in the Score',
    page: 'document',
    run: ({ actions }) => actions.goBack(),
  },
  {
    name: 'To the start',
    group: 'Steps',
    bindings: ['Home'],
    keys: ['Home'],
    control: 'Restart',
    page: 'document',
    run: ({ actions }) => actions.restart(),
  },
  {
    name: 'Run to the end',
    group: 'Steps',
    bindings: ['End'],
    keys: ['End'],
    control: 'Run to end',
    page: 'document',
    run: ({ actions }) => actions.runToEnd(),
  },
  {
    name: 'Play or pause',
    group: 'Steps',
    bindings: ['Space'],
    keys: ['Space'],
    control: 'Play',
    page: 'document',
    run: togglePlay,
  },
  {
    name: 'Step that thread',
    group: 'Steps',
    bindings: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Digit${n}`),
    keys: ['1', '…', '9'],
    control: 'Step, on the card of the thread',
    page: 'document',
    run: (session, code) => stepByNumber(session, Number(code.slice('Digit'.length))),
  },
  {
    name: 'Step that thread in its second way',
    group: 'Steps',
    bindings: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Shift+Digit${n}`),
    keys: ['Shift', '1', '…', '9'],
    control: 'What a load or a choice may give, on the card of the thread',
    page: 'document',
    run: (session, code) => stepByNumber(session, Number(code.slice('Digit'.length)), 1),
  },
  {
    name: 'Continue the story',
    group: 'Story',
    bindings: ['Enter'],
    keys: ['Enter'],
    control: 'Continue',
    page: 'document',
    run: ({ actions }) => actions.continueStory(),
  },
  {
    name: 'Back to the story',
    group: 'Story',
    bindings: ['Escape'],
    keys: ['Esc'],
    control: 'Back to story',
    page: 'document',
    run: stepOut,
  },
  {
    name: 'Guided, or every pane',
    group: 'Story',
    bindings: ['x'],
    keys: ['X'],
    control: 'Guided and Explore, in the top bar',
    page: 'document',
    run: ({ store, actions }) =>
      actions.chooseMode(modeOf(store.getState()) === 'guided' ? 'explore' : 'guided'),
  },
  {
    name: 'Break it yourself, or leave the challenge',
    group: 'Story',
    bindings: ['c'],
    keys: ['C'],
    control: 'Challenge and Leave, in the story strip',
    page: 'document',
    run: ({ store, actions }) =>
      store.getState().challenge === 'off' ? actions.startChallenge() : actions.leaveChallenge(),
  },
  {
    name: 'Zoom the Score in',
    group: 'Score',
    bindings: ['KeyW'],
    keys: ['W'],
    control: '+, beside the ruler',
    page: 'document',
    run: zoomScoreIn,
  },
  {
    name: 'Zoom out',
    group: 'Score',
    bindings: ['KeyS'],
    keys: ['S'],
    control: '−, beside the ruler',
    page: 'document',
    run: zoomScoreOut,
  },
  {
    name: 'Earlier',
    group: 'Score',
    bindings: ['KeyA'],
    keys: ['A'],
    control: 'The wheel over the Score',
    page: 'document',
    run: panScoreLeft,
  },
  {
    name: 'Later',
    group: 'Score',
    bindings: ['KeyD'],
    keys: ['D'],
    control: 'The wheel over the Score',
    page: 'document',
    run: panScoreRight,
  },
  {
    name: 'Fit the whole run',
    group: 'Score',
    bindings: ['f'],
    keys: ['F'],
    control: 'Fit',
    page: 'document',
    run: fitScore,
  },
  {
    name: 'Mark this step: what came before, after, or could change places',
    group: 'Score',
    bindings: ['m'],
    keys: ['M'],
    control: 'A click on a step, in the Score',
    page: 'document',
    run: markScore,
  },
  {
    name: 'Next failing run, the simplest first',
    group: 'Page',
    bindings: ['n'],
    keys: ['N'],
    control: 'Next failing run, in Interleavings',
    page: 'document',
    run: ({ actions }) => actions.openFailing(1),
  },
  {
    name: 'Previous failing run',
    group: 'Page',
    bindings: ['Shift+n'],
    keys: ['Shift', 'N'],
    control: 'Next failing run, which goes round, in Interleavings',
    page: 'document',
    run: ({ actions }) => actions.openFailing(-1),
  },
  {
    name: 'Hint: what can come of the next step',
    group: 'Page',
    bindings: ['h'],
    keys: ['H'],
    control: 'Hint, in Interleavings',
    page: 'document',
    run: ({ actions }) => void actions.showHint(),
  },
  {
    name: 'Ask about a line',
    group: 'Page',
    bindings: ['q'],
    keys: ['Q'],
    control: 'Ask, in a program of your own',
    page: 'document',
    run: () => askAbout(),
  },
  {
    name: 'Edit: a copy of your own, or yours as it is',
    group: 'Page',
    bindings: ['e'],
    keys: ['E'],
    control: 'Edit, in the top bar',
    page: 'document',
    run: editHere,
  },
  {
    name: 'Next variant',
    group: 'Page',
    bindings: ['v'],
    keys: ['V'],
    control: 'Variant, in the top bar',
    page: 'document',
    run: ({ actions }) => actions.nextDocument(1),
  },
  {
    name: 'Previous variant',
    group: 'Page',
    bindings: ['Shift+v'],
    keys: ['Shift', 'V'],
    control: 'Variant, in the top bar',
    page: 'document',
    run: ({ actions }) => actions.nextDocument(-1),
  },
  {
    name: 'Why: the cause before',
    group: 'Page',
    bindings: ['['],
    keys: ['['],
    control: 'Previous cause, in the report',
    page: 'document',
    run: ({ actions }) => actions.nextCause(-1),
  },
  {
    name: 'Why: the next cause',
    group: 'Page',
    bindings: [']'],
    keys: [']'],
    control: 'Next cause, in the report',
    page: 'document',
    run: ({ actions }) => actions.nextCause(1),
  },
  {
    name: 'Presenter: the story in large letters, for a room',
    group: 'Page',
    bindings: ['p'],
    keys: ['P'],
    control: 'Present, in the menu at the end of the top bar',
    page: 'document',
    run: ({ store, actions }) =>
      actions.showSheet(store.getState().sheet === 'presenter' ? null : 'presenter'),
  },
  {
    name: 'The run as a table',
    group: 'Page',
    bindings: ['t'],
    keys: ['T'],
    control: 'The run as a table, in the menu at the end of the top bar',
    page: 'document',
    run: ({ actions }) => actions.showSheet('table'),
  },
  {
    name: 'Run free, or stop it',
    group: 'Page',
    bindings: ['g'],
    keys: ['G'],
    control: 'Run free, above the code',
    page: 'document',
    run: runFree,
  },
  {
    name: 'Open or close the report',
    group: 'Page',
    bindings: ['r'],
    keys: ['R'],
    control: 'Report',
    page: 'document',
    run: toggleReport,
  },
  {
    name: 'Find a bug, a lock or a thread',
    group: 'Page',
    bindings: ['/', 'Shift+/'],
    keys: ['/'],
    control: 'Search, on the home page',
    page: 'home',
    run: () => document.getElementById(SEARCH)?.focus(),
  },
  {
    name: 'This sheet: find a command',
    group: 'Page',
    bindings: ['?', 'Shift+?', '$mod+k', '$mod+Shift+P'],
    keys: ['?', 'Ctrl+K'],
    control: 'Keys and help',
    page: 'any',
    run: ({ actions }) => actions.showSheet('help'),
  },
];

function togglePlay({ store, actions }: Session): void {
  if (store.getState().playing) actions.pause();
  else actions.play();
}

/** Where the runs can be seen. */
function runFree({ actions }: Session): void {
  actions.showFree();
  actions.runFree();
}

function editHere({ store, actions }: Session): void {
  if (isOwn(store.getState())) goToPlace(null);
  else actions.editCopy();
}

/** What stands in place of the page goes first, then what is marked or selected, then the challenge, then the fork. */
function stepOut({ store, actions }: Session): void {
  if (store.getState().sheet !== null) return actions.showSheet(null);
  if (unmarkScore()) return;
  const { focus, onRails, challenge } = store.getState();
  if (focus !== null) actions.focusThread(null);
  else if (challenge !== 'off') actions.leaveChallenge();
  else if (!onRails) actions.backToStory();
}

/** Opens the report of the latest finding, or closes the one that is open. */
function toggleReport({ store, actions }: Session): void {
  const state = store.getState();
  const latest = findingsAt(state).at(-1);
  const tab = document.querySelector<HTMLElement>('[role=tab][id$=tab-report]');
  if (tab !== null) {
    tab.click(); // where panes are tabs there is nothing to close
  } else if (shownFinding(state) !== null) {
    actions.showFinding(null);
    actions.showNow('objects');
  } else if (latest !== undefined) {
    actions.showFinding(state.findings.indexOf(latest));
  }
}

/**
 * The keys count the cards, from the first thread on. A thread that cannot step leaves the key without effect. `way`: of those that its
 * next step can go.
 */
function stepByNumber({ store, actions }: Session, number: number, way = 0): void {
  const thread = store.getState().snapshot?.threads[number - 1];
  if (thread?.state !== 'ready') return;
  const chosen = thread.picks[way];
  if (chosen !== undefined) actions.stepThread(thread.id, chosen.pick);
  else if (way === 0) actions.stepThread(thread.id);
}
