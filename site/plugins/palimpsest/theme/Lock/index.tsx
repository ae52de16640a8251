import type { ReactNode } from 'react'

/** What an author writes around a passage that no rewrite may change. Adds nothing to the page. */
export default function Lock({ children }: { readonly children?: ReactNode }): ReactNode {
  return children
}
