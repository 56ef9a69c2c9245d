export { rotateAccessKeyCommand } from './rotate-command';
