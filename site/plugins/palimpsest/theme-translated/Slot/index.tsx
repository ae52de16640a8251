export { default } from '../../theme/Slot/index.tsx'
