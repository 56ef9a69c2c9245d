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
export { type Value, valueText } from './values/value';
