export { default } from '../../theme/Lock/index.tsx'
