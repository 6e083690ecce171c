/** For a room full of people: the story, the code and one picture in large letters, and nothing else. The same keys work as on the page. */
import { collectionOf, documentOf, scenarioOf, storyOf } from '../../session';
import { Source } from '../code/Code';
import { Card } from '../guided/Card';
import { Excerpt } from '../guided/Excerpt';
import { Picture } from '../guided/Picture';
import { Transport } from '../guided/Transport';
import { Status, StatusBar } from '../Notices';
import { Button } from '../parts/Button';
import { useActions, useSession } from '../useSession';
import css from './Presenter.module.css';

export function Presenter() {
  const { showSheet } = useActions();
  const scenario = useSession(scenarioOf);
  const told = useSession((s) => storyOf(s).length > 0);
  const title = useSession((s) => collectionOf(s)?.title);
  const source = useSession((s) => documentOf(s)?.source);
  return (
    <div className={css.page}>
      <h1 className="only-read">{title}</h1>
      <StatusBar />
      <main className={css.main} data-told={told || undefined}>
        {told && <Card />}
        <div className={css.shown}>
          {scenario !== undefined && told ? (
            <Excerpt scenario={scenario} />
          ) : (
            source !== undefined && <Source source={source} diff={false} reading />
          )}
          <div className={css.picture}>
            <Picture />
          </div>
        </div>
      </main>
      <footer className={css.steps}>
        <Transport />
        <Button shortcut="P" onClick={() => showSheet(null)}>
          Leave
        </Button>
      </footer>
      <Status />
    </div>
  );
}
