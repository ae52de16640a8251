import type { ReactNode } from 'react'

/** Drawn in the text's colour; each is beside words that say the same. */
function Icon({ d }: { readonly d: string }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** The pilcrow of the site's own mark. */
export function PilcrowIcon(): ReactNode {
  return <Icon d="M12.5 2.75H6.75a3 3 0 0 0 0 6H8.5M8.5 2.75v10.5M11.25 2.75v10.5" />
}

/** A sheet whose lower corner is turned up. */
export function PeelIcon(): ReactNode {
  return <Icon d="M13 8.75V3H3v10h5.75M13 8.75 8.75 13M13 8.75H8.75V13M5.5 6h5" />
}

export function ThumbUpIcon(): ReactNode {
  return (
    <Icon d="M5 7v6.25H2.75V7zm0 .25 2.75-4.5c1 0 1.5.75 1.25 1.75L8.5 6.5h3.6a1.2 1.2 0 0 1 1.2 1.5l-1 4.3a1.2 1.2 0 0 1-1.2.95H5" />
  )
}

export function ThumbDownIcon(): ReactNode {
  return (
    <Icon d="M11 9V2.75h2.25V9zm0-.25-2.75 4.5c-1 0-1.5-.75-1.25-1.75l.5-2H3.9A1.2 1.2 0 0 1 2.7 8l1-4.3a1.2 1.2 0 0 1 1.2-.95H11" />
  )
}
