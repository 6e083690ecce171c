/** The pictures that are on the page, to be kept as files. */
import { useState } from 'react';
import { collectionOf } from '../../session';
import { Button } from '../parts/Button';
import { useActions, useSession } from '../useSession';
import { SheetDialog } from './SheetDialog';
import css from './Sheets.module.css';
import { pictureOf, pngOf } from './to-svg';

/** Regions that draw something. */
const NAMES = ['Score', 'Objects', 'Locks', 'Files', 'Interleavings', 'Threads'] as const;

const regionOf = (name: string): Element | null => document.querySelector(`section[aria-label="${name}"]`);

export function Pictures() {
  const { saveAs } = useActions();
  const title = useSession((s) => collectionOf(s)?.title ?? '');
  const at = useSession((s) => s.at);
  const [shown] = useState(() => NAMES.filter((name) => regionOf(name)?.querySelector('svg')));
  const save = async (name: string, ending: 'svg' | 'png'): Promise<void> => {
    const region = regionOf(name);
    if (region === null) return;
    const picture = pictureOf(region);
    const content = ending === 'svg' ? picture.svg : await pngOf(picture);
    saveAs(`${title} ${name} step ${at}`, ending, content);
  };
  return (
    <SheetDialog id="pictures" title="Save a picture">
      {shown.length === 0 && <p>There is no picture on the page at this step.</p>}
      <ul className={css.pictures}>
        {shown.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <Button aria-label={`${name} as SVG`} onClick={() => void save(name, 'svg')}>
              SVG
            </Button>
            <Button aria-label={`${name} as PNG`} onClick={() => void save(name, 'png')}>
              PNG
            </Button>
          </li>
        ))}
      </ul>
    </SheetDialog>
  );
}
