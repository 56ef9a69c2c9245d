export { canCommand } from './can-command';
