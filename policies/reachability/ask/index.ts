export { ask, type Question } from './ask';
export type { Answerer } from './pair-answers';
export { type Place, placeOf, type Spot } from './place';
export { Places } from './places/places';
export type { PairAnswer, Reply } from './reply';
