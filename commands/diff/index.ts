export { diffCommand } from './diff-command';
