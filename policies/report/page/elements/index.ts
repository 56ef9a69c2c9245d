export { fold, type Fold } from './fold';
export { mark, type Standing } from './mark';
export { table, type Table } from './table';
