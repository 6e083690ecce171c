/** The scenarios as data for the views, which see the session and nothing behind it. */
export {
  type Beat,
  type Native,
  type Question,
  type Scenario,
  scenarios,
  type Variant,
} from '../scenarios';
