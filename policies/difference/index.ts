export {
  type Action,
  ACTIONS,
  type AttributeChange,
  type Change,
  type Difference,
  type Doubt,
  type Rank,
  type StatementChange,
} from './change';
export { documentDifference, planDifference } from './difference';
export { type Document, readDocuments } from './read-documents';
export { differenceSince } from './since';
export { type Chapter, chaptersOf, type Group } from './told/groups';
export { aboutOf, countsOf, countsText, headline, MARKS, subjectOf } from './told/wording';
export { type Value, valueText } from './values/value';
