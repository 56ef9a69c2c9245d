export { arnOf, fillIn } from './arn-of';
export { canonical, factsByKey } from './canonical';
export { findLetters } from './letters';
export { findTextKey, findTextOf, mayEqual, partsOf, textOf, type TextPart } from './text';
