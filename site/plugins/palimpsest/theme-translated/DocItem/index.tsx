export { default } from '../../theme/DocItem/index.tsx'
