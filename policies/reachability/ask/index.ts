export { type Answerer, ask, type Question } from './ask';
export { type Place, placeOf, type Spot } from './place';
export { Places } from './places';
export type { PairAnswer, Reply } from './reply';
