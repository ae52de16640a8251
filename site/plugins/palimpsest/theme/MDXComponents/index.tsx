import MDXComponents from '@theme-init/MDXComponents'
import Passthrough from './Passthrough'

/** The components that the remark phase and authors write: sections, slots and locked parts. */
export default { ...MDXComponents, Section: Passthrough, Slot: Passthrough, Lock: Passthrough }
