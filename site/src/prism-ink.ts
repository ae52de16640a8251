import type { PrismTheme } from 'prism-react-renderer'

/** Code in ink and two accents; colours come from the design tokens, so one theme serves light and dark. */
export const prismInk: PrismTheme = {
  plain: { color: 'var(--ink)', backgroundColor: 'var(--paper-raised)' },
  styles: [
    { types: ['comment', 'prolog', 'doctype', 'cdata'], style: { color: 'var(--ink-faint)' } },
    { types: ['keyword', 'atrule', 'selector', 'builtin', 'decorator'], style: { color: 'var(--rust)' } },
    { types: ['string', 'char', 'attr-value', 'inserted', 'url'], style: { color: 'var(--teal)' } },
    { types: ['number', 'boolean', 'constant', 'symbol'], style: { color: 'var(--teal)' } },
    { types: ['function', 'class-name', 'tag', 'key'], style: { color: 'var(--ink)', fontWeight: '600' } },
    { types: ['operator', 'punctuation'], style: { color: 'var(--ink-soft)' } },
    { types: ['deleted'], style: { color: 'var(--rust)' } },
  ],
}
