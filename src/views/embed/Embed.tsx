/** A program in a frame of somebody else's page: its code, one picture and the steps; all else is one click away, at the same step. */
import { useEffect } from 'react';
import { collectionOf, documentOf, partHere, type SessionState, shareUrl, stepAt } from '../../session';
import { Source } from '../code/Code';
import { Picture } from '../guided/Picture';
import { Transport } from '../guided/Transport';
import { Status, StatusBar } from '../Notices';
import { Icon } from '../parts/Icon';
import { Sentence } from '../parts/Sentence';
import { Mode } from '../transport/Mode';
import { useSession, useThisSession } from '../useSession';
import css from './Embed.module.css';
import { told, wholePage } from './message';

export function Embed() {
  const title = useSession((s) => collectionOf(s)?.title ?? 'Racecourse');
  const source = useSession((s) => documentOf(s)?.source);
  const part = useSession(partHere);
  const address = useSession(shareUrl);
  const did = useSession((s) => stepAt(s)?.text ?? 'Before the first step');
  useTelling();
  return (
    <div className={css.page}>
      <header className={css.top}>
        <h1>{title}</h1>
        <a className={css.open} href={wholePage(address)} target="_blank" rel="noopener">
          <Icon name="open" size={14} />
          Open
        </a>
      </header>
      <StatusBar />
      <p className={css.words}>
        <Sentence>{part?.text ?? did}</Sentence>
      </p>
      <main className={css.main}>
        {source !== undefined && <Source source={source} diff={false} reading />}
        <Picture />
      </main>
      <footer className={css.steps}>
        <Transport />
        <span className={css.mode}>
          <Mode />
        </span>
      </footer>
      <Status />
    </div>
  );
}

/** Tells the page around the frame of each step. */
function useTelling(): void {
  const { store } = useThisSession();
  useEffect(() => {
    const tell = ({ at, trace, pending }: SessionState, before?: SessionState): void => {
      if (trace === null || pending || window.parent === window) return;
      if (before !== undefined && before.at === at && before.trace === trace && !before.pending) return;
      window.parent.postMessage(told(store.getState()), '*');
    };
    tell(store.getState());
    return store.subscribe(tell);
  }, [store]);
}
