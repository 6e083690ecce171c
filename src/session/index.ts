/** The session's only door: what the page and the views need of it. See README.md for the flow and the words. */
export { isAtOnce, type Pressure, type Tally } from '../host/free/client';
export type {
  Beat,
  Bug,
  BugSummary,
  Hardware,
  Ladder,
  Native,
  Outline,
  Prediction,
  Question,
  Scenario,
  Summary,
  Variant,
} from '../scenarios';
export {
  explained,
  glossary,
  ladders,
  lessons,
  loadScenario,
  summaries,
  summaryById,
  variantBySlug,
} from '../scenarios';
export { collectionOfScenario } from './documents/scenarios';
export { consistentExecutions, locatedExecution } from './exploration/consistentExecutions';
export { continuationWords, nounOf } from './exploration/noun';
export { FATES, judgedOptions } from './exploration/prediction';
export { askedFor, type Reply, replyOf } from './exploration/reply';
export { failedIn } from './free/measured';
export { metBy, metExecutions, pressureHere } from './free/selectors';
export { type Document, type Exercise, keyOf, OWN, type Settings, USUAL } from './model/document';
export { givenLines } from './model/given';
export { whenIdle } from './model/idle';
export * from './model/selectors';
export { type Standing, standingHere, standingOf } from './model/standing';
export {
  type Answer,
  type AskedQuery,
  type Assessment,
  type Branch,
  type CodePane,
  type Comparison,
  type Explored,
  type FreeRuns,
  type HandoutPart,
  initialState,
  type NowPane,
  type Pending,
  type Phase,
  type SessionState,
  type Sheet,
  type Theme,
} from './model/state';
export { beatEnd } from './model/storyline';
export { shareUrl } from './navigation/address';
export { SAME_STEPS } from './navigation/navigation';
export { LONGEST_LABEL } from './navigation/url';
export { leastSaid, numbersOf } from './own/settings';
export { type Actions, createSession, type Session } from './session';
export { startSession } from './start';
