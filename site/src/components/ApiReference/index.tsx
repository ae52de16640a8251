export { Operation } from './Operation.tsx'
export { Schemas } from './Schemas.tsx'
