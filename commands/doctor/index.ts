export { doctorCommand } from './doctor-command';
