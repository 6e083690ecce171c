/** What the review and the builds said of the real change, where it is found, and what the same programs do natively. */
import type { Bug, Scenario } from '../../session';
import { Button } from '../parts/Button';
import { useActions } from '../useSession';
import { failedOf } from './native';
import css from './StoryText.module.css';

export function Origin({ scenario }: { readonly scenario: Scenario }) {
  const { openEvidence } = useActions();
  const { bug, evidence, facts, native } = scenario;
  if (facts === undefined || native === undefined) return null;
  return (
    <>
      {evidence.length > 0 && (
        <>
          <h3>What the review and CI said</h3>
          <ul className={css.evidence}>
            {evidence.map((each) => (
              <li key={each.quote}>
                <blockquote>{each.quote}</blockquote>
                <p className={css.source}>
                  {each.source}, <time dateTime={each.date}>{each.date}</time>
                </p>
                <p>{each.shows}</p>
                <Button onClick={() => openEvidence(each)}>
                  Go to the step<span className="only-read">: {each.source}</span>
                </Button>
                <span className={css.where}>
                  {scenario.variants.find(({ slug }) => slug === each.variant)?.title}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Where it comes from</h3>
      <dl className={css.facts}>
        <dt>Issue</dt>
        <dd>{bug}</dd>
        <dt>{facts.commit === null ? 'Proposed by' : 'Fixed by'}</dt>
        <dd>
          {facts.author}, <time dateTime={facts.date}>{facts.date}</time>
        </dd>
        <dt>Commit</dt>
        <dd>{facts.commit === null ? 'none in the public history' : <code>{facts.commit}</code>}</dd>
        <dt>Change-Id</dt>
        <dd>
          <code>{facts.changeId}</code>
        </dd>
      </dl>
      <ul className={css.notes}>
        {facts.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <NativeTable native={native} variants={scenario.variants} />
    </>
  );
}

const builds = ['plain', 'tsan', 'asan'] as const;

/** The same files, built with g++ and run by the machine's own scheduler. */
function NativeTable({ native, variants }: Pick<Bug, 'native' | 'variants'>) {
  return (
    <>
      <h3>On real hardware</h3>
      <p>
        Each file was built by {native.compiler} and run {native.runs} times per build on {native.date} (
        {native.machine}
        ). What is counted are runs that fail: a crash, a failed assertion, a sanitizer report, or no end. How
        often a race is lost depends on the machine and on what else it has to do: read them as “now and then”
        or “nearly always”. To build them takes g++ 12, clang 16, or newer.
      </p>
      <table className={css.native}>
        <thead>
          <tr>
            <th scope="col">Variant</th>
            <th scope="col">plain</th>
            <th scope="col">TSan</th>
            <th scope="col">ASan</th>
          </tr>
        </thead>
        <tbody>
          {variants.map(({ slug, title }) => (
            <tr key={slug}>
              <th scope="row">
                {title}
                {native.failures[slug]?.date && `, ${native.failures[slug].date}`}
              </th>
              {builds.map((build) => (
                <td key={build}>{failedOf(native, slug, build)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
