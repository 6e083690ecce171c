/** How often a program failed here when it was let loose, in one sentence, and the way there. */
import { keyOf } from '../../session';
import { grouped } from '../parts/counts';
import { useSession } from '../useSession';
import { failedIn, percent, runWords } from './words';

interface Props {
  readonly collection: string;
  readonly slug: string;
}

export function Measured({ collection, slug }: Props) {
  const tally = useSession((s) => s.free[keyOf({ collection, slug })]?.free?.tally ?? null);
  const known = tally !== null && tally.runs > 0;
  const failed = known ? failedIn(tally) : 0;
  return (
    <>
      {known
        ? `On this machine ${grouped(failed)} of ${runWords(tally.runs)} failed (${percent(failed, tally.runs)}).`
        : 'How often does it fail on your machine?'}{' '}
      <a href={`#/${collection}/${slug}?mode=explore&code=free`}>Run it free</a>
    </>
  );
}
