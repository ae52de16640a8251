import { translate } from '@docusaurus/Translate'
import encodeQr from 'qr'
import { useMemo, type ReactNode } from 'react'
import styles from './transfer.module.css'

/** White modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const quietZone = 4

/** A text as a square that cameras read: dark on white in every colour scheme. */
export default function QrCode({ text }: { readonly text: string }): ReactNode {
  const rows = useMemo(() => encodeQr(text, 'raw', { ecc: 'medium', border: quietZone }), [text])
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className={styles.square}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={translate({
        id: 'palimpsest.transfer.square',
        message: 'QR code for the other device’s camera',
      })}
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  )
}
