/** All kinds of marks, in order of drawing: what lies under another comes first. */
import type { Frame } from '../frame';
import { ahead } from './ahead';
import { arrows, arrowsAhead } from './arrows';
import { beads } from './beads';
import { causes, slurs } from './causes';
import { cells } from './cells';
import { ends } from './ends';
import { fileCopies } from './fileCopies';
import { fileLines } from './fileLines';
import { fileSwitches } from './fileSwitches';
import { fileWrites } from './fileWrites';
import { holds } from './holds';
import { lives } from './lives';
import { type Layer, layerOf } from './mark';
import { meters } from './meters';
import { notes } from './notes';
import { readsFrom } from './readsFrom';
import { ribbons } from './ribbons';
import { rules } from './rules';
import { struck } from './struck';

export const layersOf = (frame: Frame): readonly Layer[] => [
  layerOf(rules, frame),
  layerOf(ribbons, frame),
  layerOf(slurs, frame),
  layerOf(notes, frame),
  layerOf(cells, frame),
  layerOf(ends, frame),
  layerOf(holds, frame),
  layerOf(lives, frame),
  layerOf(fileLines, frame),
  layerOf(fileCopies, frame),
  layerOf(fileWrites, frame),
  layerOf(fileSwitches, frame),
  layerOf(meters, frame),
  layerOf(beads, frame),
  layerOf(arrowsAhead, frame),
  layerOf(ahead, frame),
  layerOf(arrows, frame),
  layerOf(readsFrom, frame),
  layerOf(struck, frame),
  layerOf(causes, frame),
];
