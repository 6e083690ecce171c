/** What of the page a user arranges: panes, theme, notices, and the link to a step. */

import { download, fileName } from './documents/file';
import type { Exercise } from './model/document';
import { isOwn } from './model/selectors';
import type { CodePane, Label, Notice, NowPane, SessionState, Sheet, Store, Theme } from './model/state';
import { shareUrl, urlOf } from './navigation/address';
import { labelOf } from './navigation/url';
import { furthest, parseProgress, progressText } from './progress';

/** Characters: longer links are cut off in places. */
const LONGEST_LINK = 8000;

/** What the page needs to know of a program that nobody else keeps. */
interface Own {
  /** The fragment that carries it. */
  linkTo(state: SessionState): Promise<string>;
  linkToExercise(state: SessionState, asked: Omit<Exercise, 'given'>): Promise<string>;
  saveFile(): void;
}

export function createPage(store: Store, own: Own) {
  const tell = (level: 'info' | 'warning', text: string): void =>
    store.setState({ notice: { level, text, action: null } });
  /** For a page that shows this one in a frame. */
  async function copyFrame(link: string): Promise<void> {
    const url = new URL(link);
    url.searchParams.set('embed', '');
    const src = url.href.replaceAll('&', '&amp;');
    const frame = `<iframe src="${src}" width="600" height="400" title="Racecourse" loading="lazy" allow="cross-origin-isolated" style="border: 0"></iframe>`;
    await put(frame, {
      level: 'info',
      text: 'The text of a frame copied: paste it into a page of your own.',
      action: null,
    });
  }

  async function put(text: string, done: Notice): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      store.setState({ notice: done });
    } catch {
      tell('warning', `Copy this: ${text}`);
    }
  }

  async function copy(url: string, done: string): Promise<void> {
    if (url.length > LONGEST_LINK) {
      const text = `The link would have ${Math.ceil(url.length / 1000)} kB: many places cut off what is above 8 kB. Send the program as a file.`;
      const action = { label: 'Save as a file', run: () => own.saveFile() };
      return store.setState({ notice: { level: 'warning', text, action } });
    }
    const action = { label: 'Embed it', run: () => void copyFrame(url) };
    await put(url, { level: 'info', text: done, action });
  }
  return {
    showCode: (codePane: CodePane): void => store.setState({ codePane }),
    /** Puts another document beside this one, on the same steps. */
    compareWith: (compare: string): void => store.setState({ codePane: 'compare', compare }),
    showNow: (nowPane: NowPane): void => store.setState({ nowPane }),
    /** Opens the report of a finding; null closes it. */
    showFinding: (finding: number | null): void =>
      store.setState({ finding, cause: null, ...(finding !== null && { nowPane: 'report' }) }),
    focusThread: (focus: number | null): void => store.setState({ focus }),
    showSheet: (sheet: Sheet | null): void => store.setState({ sheet }),
    setTheme: (theme: Theme): void => store.setState({ theme }),
    /** Remembers the sizes of a group of panes, by a name of the view's choice. */
    setPanes: (name: string, sizes: readonly number[]): void =>
      store.setState(({ panes }) => ({ panes: { ...panes, [name]: sizes } })),
    saveProgress: (): void =>
      download('racecourse-progress.json', progressText(store.getState()), 'application/json'),
    /** `text`: of a file that `saveProgress` made, here or elsewhere. */
    openProgress(text: string): void {
      const found = parseProgress(text);
      if (found === null) return tell('warning', 'This file is no progress saved by Racecourse.');
      store.setState((state) => furthest(state, found));
      tell('info', 'The progress of the file was added to that of this browser.');
    },
    /** A file of the page's making, for the user's disk: an SVG, or a picture of pixels. */
    saveAs: (name: string, ending: 'svg' | 'png', content: BlobPart): void =>
      download(fileName(name, ending), content, ending === 'svg' ? 'image/svg+xml' : 'image/png'),
    dismissNotice: (): void => store.setState({ notice: null }),
    /** Links that are copied from now on say this; an empty one says nothing. */
    setLabel: (label: Label): void => store.setState({ label: labelOf(label) }),
    /** Puts a text where it can be pasted, and says so. */
    copyText: (text: string, done: string): Promise<void> =>
      put(text, { level: 'info', text: done, action: null }),
    async copyLink(): Promise<void> {
      const state = store.getState();
      const url = isOwn(state) ? urlOf(await own.linkTo(state)) : shareUrl(state);
      await copy(url, 'Link to this step copied.');
    },
    /** A link by which others are asked to mend the program shown. */
    async copyExercise(asked: Omit<Exercise, 'given'>): Promise<void> {
      const url = urlOf(await own.linkToExercise(store.getState(), asked));
      await copy(url, 'Link to this exercise copied.');
    },
  };
}
