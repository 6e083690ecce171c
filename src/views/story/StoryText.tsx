/** The whole story as one text; each part leads to the step it speaks of. After it, where the bug comes from. */
import { goToBeat } from '../../session/actions';
import { scenarioOf, storyOf } from '../../session/derive';
import { Button } from '../parts/Button';
import { useSession } from '../useSession';
import css from './StoryText.module.css';

export function StoryText() {
  const scenario = useSession(scenarioOf);
  const story = useSession(storyOf);
  const beat = useSession((s) => s.beat);
  if (scenario === undefined) return null;
  const { facts, bug, variants } = scenario;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <article className={css.text} tabIndex={0} aria-label="The whole story">
      <ol>
        {story.map((part, index) => (
          <li key={part.title} aria-current={index === beat ? 'step' : undefined}>
            <h3>
              {index + 1}. {part.title}
            </h3>
            <p>{part.text}</p>
            <Button onClick={() => goToBeat(index)}>
              Go there<span className="only-read">: {part.title}</span>
            </Button>
            <span className={css.where}>{variants.find(({ slug }) => slug === part.variant)?.title}</span>
          </li>
        ))}
      </ol>
      <h3>Where it comes from</h3>
      <p>
        {bug}, fixed by {facts.author} on {facts.date} (<code>{facts.commit}</code>, {facts.changeId}).
      </p>
      <ul>
        {facts.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </article>
  );
}
