import Link from '@docusaurus/Link'
import {
  filterDocCardListItems,
  findFirstSidebarItemLink,
  useCurrentSidebarSiblings,
  useDocById,
} from '@docusaurus/plugin-content-docs/client'
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs'
import type { Props } from '@theme/DocCardList'
import type { ReactNode } from 'react'
import styles from './styles.module.css'

/** The lessons of a part, as a list to read and not as cards to press. */
export default function DocCardList({ items }: Props): ReactNode {
  return items ? <List items={items} /> : <Siblings />
}

function Siblings(): ReactNode {
  return <List items={useCurrentSidebarSiblings()} />
}

function List({ items }: { readonly items: PropSidebarItem[] }): ReactNode {
  return (
    <ol className={styles.list}>
      {filterDocCardListItems(items).map((item) =>
        item.type === 'html' ? null : <Entry key={item.label} item={item} />,
      )}
    </ol>
  )
}

function Entry({ item }: { readonly item: Exclude<PropSidebarItem, { type: 'html' }> }): ReactNode {
  const doc = useDocById(item.type === 'link' ? item.docId : undefined)
  const href = item.type === 'category' ? findFirstSidebarItemLink(item) : item.href
  return (
    <li className={styles.entry}>
      <h2>
        <Link to={href}>{item.label}</Link>
      </h2>
      <p>{item.description ?? doc?.description}</p>
    </li>
  )
}
