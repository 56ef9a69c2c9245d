export { accessCommand } from './access-command';
