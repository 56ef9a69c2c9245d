export { controlsCommand } from './controls-command';
