export { reachCommand } from './reach-command';
