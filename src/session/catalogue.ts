/** The scenarios as data for the views, which see the session and nothing behind it. */
export {
  type Beat,
  loadScenario,
  type Native,
  type Outline,
  type Question,
  type Scenario,
  type Summary,
  summaries,
  summaryById,
  type Variant,
} from '../scenarios';
