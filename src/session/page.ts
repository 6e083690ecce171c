/** What of the page a user arranges: panes, theme, notices, and the link to a step. */
import type { CodePane, NowPane, Store, Theme } from './model/state';
import { shareUrl } from './navigation/address';

export function createPage(store: Store) {
  const tell = (level: 'info' | 'warning', text: string): void =>
    store.setState({ notice: { level, text, action: null } });
  return {
    showCode: (codePane: CodePane): void => store.setState({ codePane }),
    /** Puts another document beside this one, on the same steps. */
    compareWith: (compare: string): void => store.setState({ codePane: 'compare', compare }),
    showNow: (nowPane: NowPane): void => store.setState({ nowPane }),
    /** Opens the report of a finding; null closes it. */
    showFinding: (finding: number | null): void =>
      store.setState({ finding, cause: null, ...(finding !== null && { nowPane: 'report' }) }),
    focusThread: (focus: number | null): void => store.setState({ focus }),
    setTheme: (theme: Theme): void => store.setState({ theme }),
    /** Remembers the sizes of a group of panes, by a name of the view's choice. */
    setPanes: (name: string, sizes: readonly number[]): void =>
      store.setState(({ panes }) => ({ panes: { ...panes, [name]: sizes } })),
    dismissNotice: (): void => store.setState({ notice: null }),
    async copyLink(): Promise<void> {
      const url = shareUrl(store.getState());
      try {
        await navigator.clipboard.writeText(url);
        tell('info', 'Link to this step copied.');
      } catch {
        tell('warning', `Copy this link: ${url}`);
      }
    },
  };
}
