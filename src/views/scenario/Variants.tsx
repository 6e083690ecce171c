/** The variants with their verdict marks: tabs where there is room, a menu for the others, and for all where there is none. */
import {
  collectionOf,
  isAtStoryQuestion,
  isOpenChallenge,
  keyOf,
  type Scenario,
  standingOf,
  type Variant,
} from '../../session';
import { counted } from '../parts/counts';
import { Menu } from '../parts/Menu';
import { type Segment, Segmented } from '../parts/Segmented';
import { useActions, useSession } from '../useSession';
import { tabCount } from './tabs';
import { verdictIcons, verdictMark } from './verdict';

export interface VariantsProps {
  readonly scenario: Scenario;
  /** px there are for tabs. */
  readonly room: number;
}

export function Variants({ scenario, room }: VariantsProps) {
  const { chooseDocument } = useActions();
  const slug = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const segments = useVariants(scenario);
  const count = tabCount(
    segments.map(({ label }) => label),
    room,
  );
  const [tabs, rest] = [segments.slice(0, count), segments.slice(count)];
  const inRest = rest.some(({ value }) => value === slug);
  return (
    <>
      {tabs.length > 0 && (
        <Segmented label="Variant" value={slug} onChoose={chooseDocument} segments={tabs} />
      )}
      {rest.length > 0 && (
        <Menu
          label={tabs.length > 0 ? 'More variants' : 'Variant'}
          value={inRest ? slug : null}
          items={rest}
          onChoose={chooseDocument}
          edge={tabs.length > 0 ? 'end' : 'start'}
        >
          {inRest ? undefined : `${rest.length} more`}
        </Menu>
      )}
    </>
  );
}

/** The variants with what is known of each. */
export function useVariants(scenario: Scenario): readonly Segment<string>[] {
  const slug = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const failing = useSession((s) => s.findings.some((finding) => finding.reached));
  const explored = useSession((s) => s.explored);
  const weak = useSession((s) => s.weak);
  const documents = useSession(collectionOf)?.documents;
  const best = useSession((s) => s.best);
  const hidden = useSession(isOpenChallenge);
  // At a question, what becomes of the variants may be the answer.
  const asked = useSession(isAtStoryQuestion);
  return scenario.variants.map((variant) => {
    const key = keyOf({ collection: scenario.id, slug: variant.slug });
    const document = documents?.find((each) => each.key === key);
    const standing = document === undefined ? null : standingOf({ explored, weak }, document);
    const known = { failsHere: variant.slug === slug && failing, standing };
    const mark =
      asked || (hidden && variant.slug === slug) ? 'hidden' : verdictMark(scenario, variant, known);
    return {
      ...{ value: variant.slug, label: variant.title },
      note: noteOf(variant, best[key]),
      icon: verdictIcons[mark],
    };
  });
}

/** What it does differently, what that costs, and what the user made of it. */
const noteOf = ({ sentence, cost }: Variant, best: number | 'safe' | undefined): string =>
  [
    sentence,
    cost === undefined ? '' : `Cost: ${cost}`,
    best === undefined
      ? ''
      : best === 'safe'
        ? 'You said rightly that it cannot fail.'
        : `You broke it with ${counted(best, 'preemption')}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
