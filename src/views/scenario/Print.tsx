/** A program on paper: what is told of it, the code with its marks, the Score and the report, one under the other. */
import { collectionOf, partHere, scenarioOf, shownFinding } from '../../session';
import { Code } from '../code/Code';
import { Score } from '../score/Score';
import { useSession } from '../useSession';
import css from './Print.module.css';
import { Report } from './panes';

export function Print() {
  const title = useSession((s) => collectionOf(s)?.title);
  const scenario = useSession(scenarioOf);
  const part = useSession(partHere);
  const failed = useSession((s) => shownFinding(s) !== null);
  return (
    <main className={css.sheet}>
      <h1>
        {scenario && `${scenario.bug}: `}
        {title}
      </h1>
      <h2>{part?.title}</h2>
      <p>{part?.text ?? scenario?.sentence}</p>
      {failed && <Report />}
      <div className={css.score}>
        <Score />
      </div>
      <Code />
    </main>
  );
}
