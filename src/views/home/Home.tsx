/** The gallery: one card for each bug that can be opened, filtered by symptom and by what its text contains. */
import { lazy, Suspense, useState } from 'react';
import { chunk } from '../../base/chunk';
import { failingVariant, keyOf, ladders, summaries } from '../../session';
import { StatusBar } from '../Notices';
import { Chip } from '../parts/Chip';
import { grouped } from '../parts/counts';
import { findingTitles } from '../parts/findings';
import { Icon, Logo } from '../parts/Icon';
import { SEARCH } from '../parts/keys';
import { Coming } from '../parts/lazyPane';
import { Pill } from '../parts/Pill';
import { Segmented } from '../parts/Segmented';
import { HelpButton, ThemeButton } from '../scenario/TopBar';
import { useSession } from '../useSession';
import {
  factsOf,
  failingRun,
  failingShare,
  finds,
  headline,
  type Known,
  readOf,
  threadsOf,
  variantsWords,
} from './card';
import css from './Home.module.css';
import { Ladders } from './Ladder';
import { Thumbnail } from './ThumbnailView';

const OwnPrograms = lazy(async () => ({ default: (await chunk(import('./OwnPrograms'))).OwnPrograms }));

const [basics] = ladders;

/** Words that not everybody knows. */
const hintOf: Readonly<Record<string, string>> = {
  needs: 'A preemption: the scheduler switches away from a thread that could continue.',
  'TSan found it in':
    'ThreadSanitizer, in a program built with g++ and run on real hardware: how often it reported something.',
};

export function Home() {
  const [query, setQuery] = useState('');
  const [symptom, setSymptom] = useState('all');
  const library = useSession((s) => s.library);
  const symptoms = [...new Set(summaries.map((summary) => summary.symptom))];
  const known: readonly Known[] = summaries.map((summary) => ({
    ...summary,
    variants: library[summary.id]?.scenario?.variants ?? summary.variants,
  }));
  const shown = known.filter(
    (scenario) => (symptom === 'all' || scenario.symptom === symptom) && finds(scenario, query.trim()),
  );
  return (
    <div className={css.page}>
      <header className={css.top}>
        <a className={css.brand} href="#/" aria-current="page">
          <Logo />
          Racecourse
        </a>
        <Search query={query} onQuery={setQuery} />
        <ThemeButton />
        <HelpButton />
      </header>
      <StatusBar />
      <main className={css.main}>
        <div className={css.hero}>
          <div>
            <h1>{headline(summaries.length)}</h1>
            <p>
              Small C++20 models of concurrency bugs fixed in a production storage engine. Real threads in
              your browser: step any of them, step back, and see who holds what.
            </p>
            <p>
              <a href={`#/${basics.lessons[0].id}`}>
                New to threads? Begin with {basics.lessons.length} short lessons.
              </a>
            </p>
          </div>
          {symptoms.length > 1 && (
            <div className={css.filters}>
              <span aria-hidden="true">Show</span>
              <Segmented
                label="Show"
                value={symptom}
                onChoose={setSymptom}
                segments={[
                  { value: 'all', label: `All ${summaries.length}` },
                  ...symptoms.map((value) => ({ value, label: findingTitles[value] })),
                ]}
              />
            </div>
          )}
        </div>
        <section className={css.own} aria-label="Your own program">
          <Suspense fallback={<Coming />}>
            <OwnPrograms />
          </Suspense>
        </section>
        {shown.length === 0 ? (
          <p className={css.none}>No such bug here.</p>
        ) : (
          <ul className={css.grid}>
            {shown.map((scenario) => (
              <Card key={scenario.id} scenario={scenario} />
            ))}
          </ul>
        )}
        {symptom === 'all' && query.trim() === '' && <Ladders />}
      </main>
    </div>
  );
}

function Search({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }) {
  return (
    <label className={css.search}>
      <Icon name="search" size={14} />
      <input
        id={SEARCH}
        type="search"
        aria-label="Find a bug, lock or thread"
        placeholder="Find a bug, lock or thread"
        aria-keyshortcuts="/"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onQuery('');
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}

/** One link, whose name is the title. */
function Card({ scenario }: { readonly scenario: Known }) {
  const { id, bug, title, sentence, symptom, variants } = scenario;
  const failing = failingVariant(scenario);
  const { read, parts } = readOf(
    scenario,
    useSession((s) => s.read),
  );
  const many = variantsWords(
    scenario,
    useSession((s) => s.best),
  );
  const threads = threadsOf(failing.source ?? '');
  const measured = useSession((s) => s.measured[keyOf({ collection: id, slug: failing.slug })]);
  return (
    <li className={css.card}>
      <Thumbnail threads={threads} line={failingRun(failing)} />
      <div className={css.body}>
        <div className={css.head}>
          <code>{bug}</code>
          <Chip tone="fail" icon="x">
            {findingTitles[symptom]}
          </Chip>
          {read > 0 && (
            <span className={css.read}>
              {read} of {parts} read
            </span>
          )}
        </div>
        <h2>
          <a href={`#/${id}/${variants[0].slug}`} aria-label={`${bug} ${title}`}>
            {title}
          </a>
        </h2>
        <p>{sentence}</p>
        <div className={css.row}>
          <ul className={css.threads}>
            {threads.slice(1).map((thread) => (
              <li key={thread.id}>
                <Pill thread={thread.id} letter={thread.letter} />
                {thread.name}
              </li>
            ))}
          </ul>
          <span className={css.many}>{many}</span>
        </div>
      </div>
      <div className={css.share}>
        <span style={{ width: `${100 * failingShare(scenario)}%` }} />
      </div>
      <dl className={css.facts}>
        {factsOf(scenario).map(({ term, value, rest }) => (
          <div key={term}>
            <dt title={hintOf[term]}>{term}</dt>
            <dd>
              <b>{value}</b> {rest}
            </dd>
          </div>
        ))}
        {measured && (
          <div className={css.here}>
            <dt>let loose on this machine it failed in</dt>
            <dd>
              <b>{grouped(measured.failed)}</b> of {grouped(measured.runs)} runs
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
