/** Measures in a page: told a model and a number of runs, answers with the medians. */
import { measure } from './measure';
import type { Model } from './searchModels';

self.onmessage = ({ data }: MessageEvent<{ model: Model; runs: number }>): void =>
  self.postMessage(measure(data.model, data.runs));
