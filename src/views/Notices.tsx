/** What happened, in one line: the notice, the phase while it lasts, and the live line that a screen reader is told. */
import { type Phase, statusText } from '../session';
import css from './Notices.module.css';
import { Button } from './parts/Button';
import { Icon } from './parts/Icon';
import { useActions, useSession } from './useSession';

const icons = { info: 'flag', warning: 'warn', error: 'x' } as const;
const words: Record<Phase, string> = {
  starting: 'starting the engine',
  working: 'compiling and running',
  ready: '',
  failed: '',
};

/** The line under the top bar. It takes no room while there is nothing to say. */
export function StatusBar() {
  const { dismissNotice } = useActions();
  const notice = useSession((s) => s.notice);
  const phase = useSession((s) => s.phase);
  return (
    <section className={css.bar} aria-label="Messages">
      <LinkWords />
      {words[phase] !== '' && notice === null && (
        <div className={css.phase}>
          <span>{words[phase]}</span>
        </div>
      )}
      {notice !== null && (
        <div
          className={css.notice}
          data-level={notice.level}
          // The page has one status: the step. A notice is said politely, an error at once.
          {...(notice.level === 'error' ? { role: 'alert' } : { 'aria-live': 'polite' })}
        >
          <Icon name={icons[notice.level]} size={14} />
          <span>{notice.text}</span>
          {notice.action !== null && <Button onClick={notice.action.run}>{notice.action.label}</Button>}
          <Button look="ghost" square aria-label="Dismiss" onClick={dismissNotice}>
            <Icon name="x" size={14} />
          </Button>
        </div>
      )}
    </section>
  );
}

/** What whoever made the link says. */
function LinkWords() {
  const { setLabel } = useActions();
  const { title, note } = useSession((s) => s.label);
  if (title === '' && note === '') return null;
  return (
    <div className={css.notice} data-level="info">
      <Icon name="share" size={14} />
      <span>
        {title !== '' && <b>{title}</b>} {note}
      </span>
      <Button
        look="ghost"
        square
        aria-label="Dismiss the note of the link"
        onClick={() => setLabel({ title: '', note: '' })}
      >
        <Icon name="x" size={14} />
      </Button>
    </div>
  );
}

/** One message after each step. While it plays, only the state that it leaves counts. */
export function Status() {
  const text = useSession((s) => (s.playing ? 'Playing' : statusText(s)));
  return (
    <div className="only-read" role="status" aria-label="Step">
      {text}
    </div>
  );
}
