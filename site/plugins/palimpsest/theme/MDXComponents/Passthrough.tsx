import type { ReactNode } from 'react'

/** Shows its content as the author wrote it. */
export default function Passthrough({ children }: { readonly children?: ReactNode }): ReactNode {
  return children
}
