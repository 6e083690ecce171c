/** The whole story as one text; each part leads to the step it speaks of. After it, who said so, and where the bug comes from. */
import { scenarioOf, storyOf, variantOf } from '../../session';
import { inChallenge } from '../challenge/Challenge';
import { Button } from '../parts/Button';
import { useActions, useSession } from '../useSession';
import { Origin } from './Origin';
import css from './StoryText.module.css';

export function StoryText() {
  const { leaveChallenge } = useActions();
  const scenario = useSession(scenarioOf);
  const hidden = useSession(inChallenge);
  if (scenario === undefined) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <article className={css.text} tabIndex={0} aria-label="The whole story">
      {hidden ? (
        <>
          <p>The story is out of sight while you try to break the program.</p>
          <Button onClick={leaveChallenge}>Leave the challenge</Button>
        </>
      ) : (
        <>
          <Parts />
          <Origin scenario={scenario} />
        </>
      )}
    </article>
  );
}

function Parts() {
  const { goToBeat, openStory } = useActions();
  const scenario = useSession(scenarioOf);
  const variant = useSession(variantOf);
  const teller = useSession((s) => scenarioOf(s)?.variants.find(({ slug }) => slug === s.story));
  const story = useSession(storyOf);
  const beat = useSession((s) => s.beat);
  const first = scenario?.variants.find((each) => each.story !== undefined);
  if (scenario === undefined || variant === undefined) return null;
  return (
    <>
      {teller !== variant && (
        <p className={css.about}>
          {variant.title} has no story of its own. {variant.sentence} {variant.cost}
        </p>
      )}
      {teller === undefined && first && (
        <Button onClick={() => openStory(first.slug)}>The story of {first.title}</Button>
      )}
      {teller && teller !== variant && <h3>The story of {teller.title}</h3>}
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
            <span className={css.where}>
              {scenario.variants.find(({ slug }) => slug === part.variant)?.title}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
