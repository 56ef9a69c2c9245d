export { uploadCommand } from './upload-command';
