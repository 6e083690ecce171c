/** A scenario told: the words of the story at reading size, beside the two or three things they are about. Everything else is in Explore. */
import { lazy, Suspense } from 'react';
import { chunk } from '../../base/chunk';
import type { Scenario } from '../../session';
import { Status, StatusBar } from '../Notices';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Coming } from '../parts/lazyPane';
import { Menu } from '../parts/Menu';
import { Tooltip } from '../parts/Tooltip';
import { ModeSwitch } from '../scenario/ModeSwitch';
import { More } from '../scenario/More';
import { HelpButton, HomeLink } from '../scenario/TopBar';
import { useVariants } from '../scenario/Variants';
import { useActions, useSession } from '../useSession';
import { Card } from './Card';
import { Excerpt } from './Excerpt';
import css from './Guided.module.css';
import { Lanes } from './Lanes';
import { Picture, usePicture } from './Picture';
import { Transport } from './Transport';

const End = lazy(async () => ({ default: (await chunk(import('./End'))).End }));

export function Guided({ scenario }: { readonly scenario: Scenario }) {
  const picture = usePicture();
  const ended = useSession((s) => s.ended);
  return (
    <div className={css.page}>
      <Bar scenario={scenario} />
      <StatusBar />
      {ended ? (
        <main className={css.main} data-ended="true">
          <Suspense fallback={<Coming />}>
            <End scenario={scenario} />
          </Suspense>
        </main>
      ) : (
        <main className={css.main} data-picture={picture ?? undefined}>
          <Card />
          <Excerpt scenario={scenario} />
          {picture !== null && (
            <div className={css.picture}>
              <Picture />
            </div>
          )}
        </main>
      )}
      {!ended && (
        <div className={css.run}>
          <Lanes />
          <Transport />
        </div>
      )}
      <Status />
    </div>
  );
}

function Bar({ scenario }: { readonly scenario: Scenario }) {
  const { chooseDocument, copyLink } = useActions();
  const slug = useSession((s) => (s.route.page === 'document' ? s.route.slug : ''));
  const segments = useVariants(scenario);
  return (
    <header className={css.top}>
      <HomeLink />
      <code className={css.bug}>{scenario.bug}</code>
      <h1>{scenario.title}</h1>
      <span className={css.grow} />
      <Menu label="Variant" value={slug} items={segments} onChoose={chooseDocument} edge="end" />
      <ModeSwitch />
      <Tooltip text="Copy a link to this step" edge="end">
        <Button aria-label="Share" className={css.share} onClick={() => void copyLink()}>
          <Icon name="share" size={14} />
          <span>Share</span>
        </Button>
      </Tooltip>
      <More />
      <span className={css.help}>
        <HelpButton />
      </span>
    </header>
  );
}
