export { default } from '../../client/text/Slot.tsx'
