export { lockCommand } from './lock-command';
