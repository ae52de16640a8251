export { default } from '../../theme/Section/index.tsx'
