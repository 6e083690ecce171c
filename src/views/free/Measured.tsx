/** How often a program failed here when it was let loose, in one sentence, and the way there. */
import { keyOf } from '../../session';
import { grouped } from '../parts/counts';
import { useSession } from '../useSession';
import { percent, runWords } from './words';

interface Props {
  readonly collection: string;
  readonly slug: string;
}

export function Measured({ collection, slug }: Props) {
  const measured = useSession((s) => s.measured[keyOf({ collection, slug })]);
  return (
    <>
      {measured
        ? `On this machine ${grouped(measured.failed)} of ${runWords(measured.runs)} failed (${percent(measured.failed, measured.runs)}).`
        : 'How often does it fail on your machine?'}{' '}
      <a href={`#/${collection}/${slug}?mode=explore&code=free`}>Run it free</a>
    </>
  );
}
