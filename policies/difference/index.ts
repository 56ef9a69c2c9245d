export {
  type Action,
  ACTIONS,
  type AttributeChange,
  type Change,
  type Difference,
  type Doubt,
  type Rank,
  RANKS,
  type StatementChange,
} from './change';
export { documentDifference, planDifference } from './difference';
export { type Document, readDocuments } from './read-documents';
export { differenceSince } from './since';
export { type Group, groupsOf } from './told/groups';
export { countsOf, countsText, headline, MARKS, subjectOf, TITLES } from './told/wording';
export { type Value, valueText } from './values/value';
