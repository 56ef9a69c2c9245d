export { deliverCommand } from './deliver-command';
