/** Shown in place of the whole page when not even the shell could draw. The address still holds the step. */
import type { FallbackProps } from 'react-error-boundary';
import css from './PageFault.module.css';
import { Fault } from './parts/Fault';
import { Logo } from './parts/Icon';

export function PageFault(props: FallbackProps) {
  return (
    <main className={css.page}>
      <h1>
        <Logo />
        Racecourse
      </h1>
      <Fault {...props} />
    </main>
  );
}
