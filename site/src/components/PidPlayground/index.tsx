import { useId, useState, type ReactNode } from 'react'
import { band, durationSeconds, sampleSeconds, simulate, target, type Gains } from './simulate.ts'
import controls from '../lab-controls.module.css'
import styles from './styles.module.css'

const start: Gains = { kp: 20, ki: 0, kd: 0 }

const sliders = [
  { gain: 'kp', symbol: 'Kp', name: 'proportional', unit: 'N·m/rad', max: 100, step: 1 },
  { gain: 'ki', symbol: 'Ki', name: 'integral', unit: 'N·m/(rad·s)', max: 200, step: 5 },
  { gain: 'kd', symbol: 'Kd', name: 'derivative', unit: 'N·m·s/rad', max: 3, step: 0.05 },
] as const

const plot = { left: 44, right: 470, top: 12, bottom: 206 }
const x = (seconds: number) => plot.left + (seconds / durationSeconds) * (plot.right - plot.left)
const y = (radians: number) => plot.bottom - (radians / (2 * target)) * (plot.bottom - plot.top)

function Plot({ angles, label }: { angles: number[]; label: string }): ReactNode {
  const clip = useId()
  const points = angles.flatMap((angle, i) =>
    i % 5 ? [] : [`${x(i * sampleSeconds).toFixed(1)},${y(angle).toFixed(1)}`],
  )
  return (
    <svg className={styles.plot} viewBox="0 0 480 244" role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect x={plot.left} y={plot.top} width={plot.right - plot.left} height={plot.bottom - plot.top + 2} />
      </clipPath>
      <rect
        className={styles.band}
        x={plot.left}
        y={y(target + band)}
        width={plot.right - plot.left}
        height={y(0) - y(2 * band)}
      />
      <line className={styles.target} x1={plot.left} x2={plot.right} y1={y(target)} y2={y(target)} />
      <path className={styles.axes} d={`M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`} />
      {[0, target, 2 * target].map((radians) => (
        <text key={radians} x={plot.left - 8} y={y(radians) + 5} textAnchor="end">
          {radians.toFixed(1)}
        </text>
      ))}
      {[0.5, 1, 1.5].map((seconds) => (
        <text key={seconds} x={x(seconds)} y={plot.bottom + 20} textAnchor="middle">
          {seconds.toFixed(1)} s
        </text>
      ))}
      <text x={plot.left + 8} y={plot.top + 12}>
        angle in rad
      </text>
      <polyline className={styles.response} points={points.join(' ')} clipPath={`url(#${clip})`} />
    </svg>
  )
}

/** Sliders for the three gains of a PID controller, and what the simulated joint then does. */
export default function PidPlayground(): ReactNode {
  const id = useId()
  const [gains, setGains] = useState(start)
  const { angles, overshoot, settlingSeconds, finalError } = simulate(gains)
  const readouts: [name: string, value: string][] = [
    ['Overshoot', `${(overshoot * 100).toFixed(0)}%`],
    ['Settling time', settlingSeconds === null ? `more than ${durationSeconds} s` : `${settlingSeconds.toFixed(2)} s`],
    ['Final error', `${(Math.round(finalError * 1000) / 1000 || 0).toFixed(3).replace('-', '−')} rad`],
  ]
  const summary = readouts.map(([name, value]) => `${name.toLowerCase()} ${value}`).join(', ')
  return (
    <fieldset className={styles.playground} aria-label="PID playground">
      <Plot angles={angles} label={`Joint angle over ${durationSeconds} s after a step to ${target} rad: ${summary}`} />
      <output className={styles.readouts} htmlFor={sliders.map(({ gain }) => id + gain).join(' ')}>
        {readouts.map(([name, value]) => (
          <span key={name}>
            {name} <strong>{value}</strong>{' '}
          </span>
        ))}
      </output>
      {sliders.map(({ gain, symbol, name, unit, max, step }) => (
        <div key={gain} className={controls.slider}>
          <label htmlFor={id + gain}>
            {symbol} <small>{name}</small>
          </label>
          <input
            id={id + gain}
            type="range"
            min={0}
            max={max}
            step={step}
            value={gains[gain]}
            aria-valuetext={`${gains[gain]} ${unit}`}
            onChange={(event) => setGains({ ...gains, [gain]: event.target.valueAsNumber })}
          />
          <span className={styles.value}>
            {gains[gain]} <small>{unit}</small>
          </span>
        </div>
      ))}
      <button type="button" className={controls.reset} onClick={() => setGains(start)}>
        Start again
      </button>
    </fieldset>
  )
}
