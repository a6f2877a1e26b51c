export { diskFolder } from './disk-folder.ts';
